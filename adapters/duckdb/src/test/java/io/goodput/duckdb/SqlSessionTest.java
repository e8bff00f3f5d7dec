package io.goodput.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.duckdb.QueryException.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlSessionTest {
    private static final SqlLimits LIMITS = new SqlLimits(256L << 20, 2, Duration.ofSeconds(30), 100);

    @TempDir
    Path folder;

    private static SqlSession session(SqlLimits limits, RowTable... tables) {
        return SqlSession.open(
                limits, List.of(tables), List.of("create view evens as select * from numbers() where even"));
    }

    private static SqlAnswer ask(String sql) throws QueryException {
        try (SqlSession session = session(LIMITS, NumbersTable.of(100_000))) {
            return session.ask(sql);
        }
    }

    @Test
    void rows_are_those_that_the_table_brings_whichever_thread_read_them() throws QueryException {
        SqlAnswer answer =
                ask("select count(*) as c, count(distinct n) as d, sum(n) as s, sum(half) as h, count(word) as w,"
                        + " count(*) filter (where even) as e from numbers()");

        assertThat(answer.columns()).containsExactly("c", "d", "s", "h", "w", "e");
        assertThat(answer.rows().getFirst().stream().map(value -> ((Number) Objects.requireNonNull(value)).longValue()))
                .containsExactly(100_000L, 100_000L, 4_999_950_000L, 2_499_975_000L, 85_714L, 50_000L);
    }

    @Test
    void a_value_that_was_not_told_is_null_and_text_is_what_it_was() throws QueryException {
        assertThat(ask("select n, half, even, word from numbers() where n in (6, 7) order by n")
                        .rows())
                .containsExactly(Arrays.asList(6L, 3.0, true, "zahl-ü-6"), Arrays.asList(7L, 3.5, false, null));
    }

    @Test
    void a_table_can_be_mentioned_twice_and_a_view_stands_on_it() throws QueryException {
        assertThat(ask("select count(*) from evens join numbers() using (n)").rows())
                .containsExactly(List.of(50_000L));
    }

    @Test
    void of_more_rows_than_the_limit_the_first_are_read_and_it_is_said() throws QueryException {
        SqlAnswer answer = ask("select n from numbers()");

        assertThat(answer.rows()).hasSize(100);
        assertThat(answer.isCut()).isTrue();
        assertThat(ask("select n from numbers() limit 100").isCut()).isFalse();
    }

    @Test
    void who_needs_all_rows_is_not_given_a_part() throws QueryException {
        try (SqlSession session = session(LIMITS, NumbersTable.of(1_000_001))) {
            assertThat(session.askAll("select n from numbers() where n < 50000").rows())
                    .hasSize(50_000);
            assertThatThrownBy(() -> session.askAll("select n from numbers()"))
                    .hasMessage("more than 1000000 rows, the most that are read");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "copy (select 1) to '%s/out.csv'",
                "copy (from numbers()) to '%s/out.csv'",
                "attach '%s/out.db'",
                "attach ':memory:' as other",
                "install httpfs",
                "load httpfs",
                "pragma database_list",
                "pragma threads=1",
                "set threads = 1",
                "reset memory_limit",
                "create table t as select 1",
                "drop view evens",
                "insert into evens values (1)",
                "update evens set n = 1",
                "export database '%s/out'",
                "import database '%s/out'",
                "call pragma_version()",
                "explain analyze select 1",
                "checkpoint",
                "vacuum",
                "use memory",
                "begin transaction",
                "prepare p as select 1",
                "create secret s (type s3)",
                "select 1; select 2",
                "select 1; copy (select 1) to '%s/out.csv'",
                "/* select */ drop view evens",
                ""
            })
    void what_is_no_single_select_is_refused_and_not_run(String sql) throws IOException {
        assertThatThrownBy(() -> ask(sql.formatted(folder)))
                .isInstanceOfSatisfying(
                        QueryException.class,
                        refused -> assertThat(refused.fault()).isEqualTo(Fault.QUESTION))
                .hasMessageContaining("expected: one SELECT statement");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from read_text('/etc/passwd')",
                "from read_csv('/etc/passwd')",
                "from read_blob('%s/secret')",
                "from read_json('%s/secret')",
                "from '%s/secret.csv'",
                "from glob('/etc/*')",
                "from sniff_csv('/etc/passwd')",
                "select getenv('HOME')",
                "with a as (from read_text('/etc/passwd')) from a",
                "select (select content from read_text('/etc/passwd'))",
                "from query('from read_text(''/etc/passwd'')')",
                "from read_text('https://goodput.invalid/')",
                "from json_execute_serialized_sql(json_serialize_sql('from read_text(''/etc/passwd'')'))"
            })
    void a_select_reaches_no_file(String sql) throws IOException {
        Files.writeString(folder.resolve("secret"), "{\"a\": 1}");
        Files.writeString(folder.resolve("secret.csv"), "a\n1\n");

        assertThatThrownBy(() -> ask(sql.formatted(folder)))
                .isInstanceOfSatisfying(
                        QueryException.class,
                        refused -> assertThat(refused.fault()).isEqualTo(Fault.QUESTION));
    }

    @Test
    void nothing_is_spilled_to_disk_and_nothing_is_loaded() throws QueryException {
        assertThat(ask("select current_setting('temp_directory'), current_setting('enable_external_access'),"
                                + " current_setting('autoload_known_extensions'), current_setting('lock_configuration')")
                        .rows())
                .containsExactly(List.of("", false, false, true));
    }

    @Test
    void a_question_that_takes_too_long_is_stopped() {
        var hasty = new SqlLimits(256L << 20, 2, Duration.ofSeconds(1), 100);
        try (SqlSession session = session(hasty, NumbersTable.of(Long.MAX_VALUE))) {
            assertThatThrownBy(() -> session.ask("select sum(n) from numbers()"))
                    .isInstanceOfSatisfying(
                            QueryException.class,
                            late -> assertThat(late.fault())
                                    .as(late.getMessage())
                                    .isEqualTo(Fault.LIMIT))
                    .hasMessage("not answered within 1s, the limit of time");
        }
    }

    @Test
    void a_question_that_takes_too_much_memory_is_stopped() {
        var tight = new SqlLimits(64L << 20, 1, Duration.ofSeconds(30), 100);
        try (SqlSession session = session(tight, NumbersTable.of(20_000_000))) {
            assertThatThrownBy(
                            () -> session.ask("select word, count(*) from numbers() group by word order by 2 limit 1"))
                    .isInstanceOfSatisfying(
                            QueryException.class,
                            big -> assertThat(big.fault()).as(big.getMessage()).isEqualTo(Fault.LIMIT));
        }
    }

    @Test
    void rows_that_cannot_be_read_end_the_question_in_their_own_words() {
        try (SqlSession session = session(LIMITS, new NumbersTable("numbers", 100_000, 50_000))) {
            assertThatThrownBy(() -> session.ask("select sum(n) from numbers()"))
                    .isInstanceOfSatisfying(
                            QueryException.class,
                            broken -> assertThat(broken.fault()).isEqualTo(Fault.ROWS))
                    .hasMessage("row 50000 cannot be read");
        }
    }

    @Test
    void a_name_that_is_not_there_is_told_with_those_that_are() {
        assertThatThrownBy(() -> ask("select halve from numbers()")).hasMessageContaining("half");
        assertThatThrownBy(() -> ask("select n from event")).hasMessageContaining("evens");
    }

    @Test
    void a_question_may_end_as_statements_do_and_keeps_its_order_and_names() throws QueryException {
        SqlAnswer answer = ask("select n as a, half as a from numbers() where n < 5 order by n desc ;\n");

        assertThat(answer.columns().getFirst()).isEqualTo("a");
        assertThat(answer.rows()).extracting(List::getFirst).containsExactly(4L, 3L, 2L, 1L, 0L);
        assertThat(ask("select 1 -- and no more").rows()).containsExactly(List.of(1L));
        assertThat(ask("describe evens").rows()).hasSize(4);
    }

    @Test
    void instants_are_in_utc_whatever_the_machine_thinks() throws QueryException {
        assertThat(ask("select timestamp '2026-11-30 18:00:00.5', make_timestamp(1)")
                        .rows()
                        .getFirst())
                .hasToString("[2026-11-30T18:00:00.500Z, 1970-01-01T00:00:00.000001Z]");
    }

    @Test
    void limits_that_are_none_are_refused() {
        assertThatThrownBy(() -> new SqlLimits(1, 1, Duration.ofSeconds(1), 1))
                .hasMessageContaining("expected: >= 64MiB");
        assertThatThrownBy(() -> new SqlLimits(1L << 30, 0, Duration.ofSeconds(1), 1))
                .hasMessageContaining("threads: 0");
        assertThatThrownBy(() -> new SqlLimits(1L << 30, 1, Duration.ZERO, 1)).hasMessageContaining("expected: >= 1s");
        assertThatThrownBy(() -> new SqlLimits(1L << 30, 1, Duration.ofSeconds(1), 0))
                .hasMessageContaining("rows: 0");
    }
}
