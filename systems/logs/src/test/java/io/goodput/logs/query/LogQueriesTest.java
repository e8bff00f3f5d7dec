package io.goodput.logs.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.duckdb.QueryException;
import io.goodput.duckdb.SqlAnswer;
import io.goodput.duckdb.SqlLimits;
import io.goodput.logs.file.LogFileReader;
import io.goodput.logs.file.LogFiles;
import io.goodput.logs.file.ReadReport;
import io.goodput.logs.file.TimeBounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogQueriesTest {
    private static final SqlLimits LIMITS = new SqlLimits(512L << 20, 2, Duration.ofSeconds(60), 1000);
    private static final QuestionFilter ALL = QuestionFilter.ALL;

    @TempDir
    Path folder;

    private final ReadReport report = new ReadReport();

    private SqlAnswer answer(String sql, String... lines) throws IOException, QueryException {
        Files.write(folder.resolve("records.jsonl"), List.of(lines));
        return answer(sql, TimeBounds.ALWAYS);
    }

    private SqlAnswer answer(String sql, TimeBounds bounds) throws IOException, QueryException {
        var reader = new LogFileReader(bounds, null, report);
        try (var queries = new LogQueries(LogFiles.of(List.of(folder)), reader, LIMITS)) {
            return queries.ask(sql);
        }
    }

    private List<List<@Nullable Object>> ask(String sql, String... lines) throws IOException, QueryException {
        return answer(sql, lines).rows();
    }

    private static String work(String rest) {
        return "{\"v\":1,\"kind\":\"work\",\"at\":\"2026-11-30T18:00:00.000000Z\",\"service\":\"shop\",\"instance\":\"i1\","
                + rest + "}";
    }

    private static String at(int second, String kind, String rest) {
        return "{\"v\":1,\"kind\":\"%s\",\"at\":\"2026-11-30T18:00:%02d.000000Z\",\"service\":\"shop\",\"instance\":\"i1\",%s}"
                .formatted(kind, second, rest);
    }

    static Stream<LogTable> tables() {
        return LogTables.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_table_has_the_columns_and_types_of_the_schema_also_without_a_row(LogTable table)
            throws IOException, QueryException {
        SqlAnswer answer = answer("describe " + table.name(), "");

        assertThat(answer.rows().stream().map(row -> row.get(0) + " " + row.get(1)))
                .isEqualTo(table.columns().stream()
                        .map(column -> column.name() + " " + column.type())
                        .toList());
        assertThat(answer("select * from " + table.name(), "").rows()).isEmpty();
    }

    @Test
    void a_file_of_nothing_answers_with_no_rows() throws IOException, QueryException {
        Files.writeString(folder.resolve("records.jsonl"), "");

        assertThat(answer("select * from requests", TimeBounds.ALWAYS).rows()).isEmpty();
        assertThat(answer(ReadyMade.errors(ALL, 10), TimeBounds.ALWAYS).rows()).isEmpty();
        assertThat(answer(ReadyMade.concurrency(ALL, Duration.ofSeconds(1)), TimeBounds.ALWAYS)
                        .rows())
                .isEmpty();
    }

    @Test
    void calls_and_attempts_are_rows_with_the_time_at_which_they_began() throws IOException, QueryException {
        String line = work("""
                "operation":"buy","id":"a","trace":"t","weight":4,"calls":[{"dependency":"pay","operation":"charge",\
                "at_us":1000,"us":50,"outcome":"SUCCESS","attempts":[{"n":1,"span":"s1","at_us":1000,"us":20,\
                "outcome":"TIMEOUT"},{"n":2,"span":"s2","hedge":true,"at_us":2500,"us":20,"outcome":"SUCCESS"}]},\
                {"dependency":"stock","refusal":"BREAKER","outcome":"DROPPED","at_us":3000}]""");

        assertThat(ask(
                        "select time, call, dependency, outcome, refusal, attempts, hedges, weight from calls order by call",
                        line))
                .hasToString("[[2026-11-30T18:00:00.001Z, 1, pay, SUCCESS, null, 2, 1, 4.0],"
                        + " [2026-11-30T18:00:00.003Z, 2, stock, DROPPED, BREAKER, 0, 0, 4.0]]");
        assertThat(ask("select time, n, span, hedge, for_operation from attempts order by n", line))
                .hasToString("[[2026-11-30T18:00:00.001Z, 1, s1, false, buy],"
                        + " [2026-11-30T18:00:00.002500Z, 2, s2, true, buy]]");
    }

    @Test
    void what_is_no_json_inside_of_a_line_is_no_row_and_costs_no_answer() throws IOException, QueryException {
        String good =
                work("\"id\":\"a\",\"calls\":[{\"dependency\":\"pay\"}],\"dependencies\":{\"pay\":{\"calls\":1}}");
        String bad =
                work("\"id\":\"b\",\"calls\":[{\"dependency\":]],\"dependencies\":{\"pay\":{calls}},\"counts\":{x}");

        assertThat(ask("select id, dependency from calls", good, bad)).containsExactly(List.of("a", "pay"));
        assertThat(ask("select id, calls from dependencies", good, bad)).containsExactly(List.of("a", 1L));
        assertThat(ask("select count(*) from requests where counts is null", good, bad))
                .containsExactly(List.of(2L));
    }

    @Test
    void records_lost_are_what_a_total_grew_by_and_a_new_process_begins_at_nothing()
            throws IOException, QueryException {
        assertThat(ask(
                        "select time, what, reason, n from drops order by time",
                        at(1, "accounting", "\"dropped\":{\"queue_full\":5,\"disk\":0}"),
                        at(2, "accounting", "\"dropped\":{\"queue_full\":5,\"disk\":0}"),
                        at(3, "accounting", "\"dropped\":{\"queue_full\":12,\"disk\":0}"),
                        at(4, "accounting", "\"dropped\":{\"queue_full\":3,\"disk\":0}")))
                .hasToString(
                        "[[2026-11-30T18:00:01Z, record, queue_full, 5], [2026-11-30T18:00:03Z, record, queue_full, 7],"
                                + " [2026-11-30T18:00:04Z, record, queue_full, 3]]");
    }

    @Test
    void counts_are_of_what_happened_by_weight_and_long_work_counts_once() throws IOException, QueryException {
        String[] lines = {
            work(
                    "\"operation\":\"buy\",\"id\":\"a\",\"part\":1,\"last\":true,\"outcome\":\"SUCCESS\",\"us\":100,\"weight\":9"),
            work(
                    "\"operation\":\"buy\",\"id\":\"b\",\"part\":1,\"last\":false,\"outcome\":\"SUCCESS\",\"us\":300,\"weight\":1"),
            work(
                    "\"operation\":\"buy\",\"id\":\"b\",\"part\":2,\"last\":true,\"outcome\":\"TIMEOUT\",\"us\":400,\"weight\":1")
        };

        assertThat(ask(ReadyMade.errors(ALL, 10), lines)).hasSize(1).first().satisfies(row -> {
            assertThat(row.subList(0, 5)).hasToString("[buy, TIMEOUT, null, 1.0, 0.1]");
        });
        assertThat(ask(ReadyMade.top(TopBy.OPERATION, ALL, 10), lines)).first().satisfies(row -> {
            assertThat(row.subList(0, 5)).hasToString("[buy, 10.0, %s, 1.0, 1.0]".formatted(Math.sqrt(72)));
            assertThat(row.get(5)).isEqualTo(1600 / 1e6);
        });
        assertThat(ask(ReadyMade.slow(ALL, 1), lines)).first().satisfies(row -> {
            assertThat(row.get(1)).isEqualTo(700L);
            assertThat(row.getLast()).isEqualTo("b");
        });
    }

    @Test
    void concurrency_is_littles_law_and_a_gap_is_no_zero() throws IOException, QueryException {
        assertThat(ask(
                        ReadyMade.concurrency(ALL, Duration.ofSeconds(1)),
                        at(0, "work", "\"us\":500000,\"weight\":2"),
                        at(0, "work", "\"us\":250000"),
                        at(3, "work", "\"us\":0")))
                .hasToString("[[2026-11-30T18:00:00Z, 3.0, %s, 1.25], [2026-11-30T18:00:03Z, 1.0, 0.0, 0.0]]"
                        .formatted(1250000.0 / 3 / 1000));
    }

    @Test
    void quantiles_of_dependencies_go_by_weight_and_zeros_are_shown() throws IOException, QueryException {
        String fast = work("""
                "us":100,"weight":99,"dependencies":{"pay":{"calls":1,"first":1,"success":1,"timeout":0,"us":10}},\
                "calls":[{"dependency":"pay","attempts":[{"n":1,"us":10,"outcome":"SUCCESS"}]}]""");
        String slow = work("""
                "us":100,"weight":1,"dependencies":{"pay":{"calls":1,"first":1,"success":1,"timeout":0,"us":90}},\
                "calls":[{"dependency":"pay","attempts":[{"n":1,"us":90,"outcome":"SUCCESS"}]}]""");

        List<List<@Nullable Object>> rows = ask(ReadyMade.dependencies(ALL), fast, slow);

        assertThat(rows.getFirst()).hasToString("[pay, 100.0, null, null, null, SUCCESS, 100.0, 10, 10, 0.108]");
        assertThat(rows).anySatisfy(row -> assertThat(row.subList(5, 7)).isEqualTo(List.of("TIMEOUT", 0.0)));
    }

    @Test
    void a_filter_is_text_and_never_sql() throws IOException, QueryException {
        String hostile = "x' or 1=1; drop view requests; --";
        var filter = new QuestionFilter(
                Instant.parse("2026-11-30T18:00:00Z"), Instant.parse("2026-11-30T18:00:01Z"), hostile, hostile);

        assertThat(ask(ReadyMade.slow(filter, 5), work("\"operation\":\"buy\",\"tenant\":\"a\",\"us\":1")))
                .isEmpty();
        assertThat(ask(
                        ReadyMade.slow(filter, 5),
                        work("\"operation\":\"%1$s\",\"tenant\":\"%1$s\",\"us\":1".formatted(hostile))))
                .hasSize(1);
        for (String sql : List.of(
                ReadyMade.errors(filter, 5),
                ReadyMade.top(TopBy.ERROR, filter, 5),
                ReadyMade.concurrency(filter, Duration.ofMillis(1500)),
                ReadyMade.dependencies(filter),
                ReadyMade.drops(filter, 5),
                new DiffQuestion(0.95).sql(filter, hostile))) {
            assertThat(ask(sql, work("\"operation\":\"buy\""))).isEmpty();
        }
    }

    @Test
    void records_of_another_time_are_not_there() throws IOException, QueryException {
        Files.write(folder.resolve("records.jsonl"), List.of(at(1, "work", "\"us\":1"), at(2, "work", "\"us\":2")));
        long since = 1_796_061_602_000_000L;

        assertThat(answer("select us from requests", new TimeBounds(since, since + 1))
                        .rows())
                .containsExactly(List.of(2L));
    }

    @Test
    void lines_of_others_are_a_table_too_and_what_is_no_object_is_counted() throws IOException, QueryException {
        assertThat(ask(
                        "select line->>'level' as level, count(*) from lines group by 1 order by 1",
                        "{\"level\":\"INFO\",\"message\":\"a\"}",
                        "not json",
                        "{\"level\":\"WARN\"}"))
                .containsExactly(List.of("INFO", 1L), List.of("WARN", 1L));
        assertThat(report.damaged().values()).singleElement().satisfies(damage -> {
            assertThat(damage.strangeLines()).isEqualTo(1);
            assertThat(damage.torn()).isFalse();
        });
    }
}
