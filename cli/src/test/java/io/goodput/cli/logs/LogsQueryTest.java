package io.goodput.cli.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.cli.CommandTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogsQueryTest extends CommandTest {
    private static final String EXAMPLES = "../examples/logs";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            query;../examples/logs                                        | the question is missing (expected: SQL as the last word)
            query;nowhere;select 1 from requests                          | nowhere: no such file or folder
            query;.;select 1 from requests                                | no records in this folder
            query;../examples/logs;select tenat from requests             | "tenant"
            query;../examples/logs;select 1 from requets                  | Did you mean "requests"?
            query;../examples/logs;select 1 fro requests                  | syntax error
            query;../examples/logs;drop view requests                     | expected: one SELECT statement
            query;../examples/logs;copy requests to '/tmp/x'              | expected: one SELECT statement
            query;../examples/logs;from read_text('/etc/passwd')          | file system operations are disabled
            query;../examples/logs;from read_text('../examples/logs/prices.yaml') | file system operations are disabled
            query;../examples/logs;select 1 from requests;--rows;0        | rows: 0 (expected: >= 1)
            query;../examples/logs;select 1 from requests;--memory;1MiB   | expected: >= 64MiB
            query;../examples/logs;select 1 from requests;--timeout;1ms   | expected: >= 1s
            query;../examples/logs;select 1 from requests;--timeout;5     | missing unit
            query;../examples/logs;select 1 from requests;--since;soon    | expected: a time such as 2026-11-30T18:00:00Z
            query;../examples/logs;select 1 from requests;--format;xml    | expected one of [table, json, csv, markdown]
            top;colour;../examples/logs                                   | tenant, CLIENT, client, OPERATION, operation, ERROR, error]
            diff;../examples/logs                                         | expected: two files or folders, or --at, or --releases
            diff;../examples/logs;--releases;1.4.1                        | expected: two, as in 1.4.1..1.4.2
            diff;../examples/logs;--at;1h;--confidence;1                  | expected: > 0.5 and < 1
            cost;../examples/logs                                         | Missing required option: '--prices=FILE'
            cost;../examples/logs;--prices;../examples/config/goodput.yaml | this is a configuration, for 'goodput config check FILE' (expected: a price-list)
            tail;../examples/logs;--where;tenant                          | expected: field=value
            tail;nowhere                                                  | nowhere: no such file or folder
            schema;request                                                | request: unknown table, did you mean requests?
            """)
    void bad_input_is_status_2_and_says_what_was_expected(String command, String message) {
        assertThat(run(("logs;" + command).split(";"))).isEqualTo(2);
        assertThat(err.toString()).contains("goodput: ").contains(message);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "query",
                "schema",
                "slow",
                "errors",
                "top",
                "concurrency",
                "dependencies",
                "drops",
                "diff",
                "tail",
                "cost"
            })
    void help_says_what_it_does_and_what_its_statuses_mean(String command) {
        assertThat(run(("logs " + command + " --help").split(" +"))).isZero();
        assertThat(out.toString()).startsWith("Usage: goodput logs").contains("Exit status:");
    }

    @Test
    void a_torn_file_is_told_beside_the_answer_and_in_json() throws IOException {
        Path torn = copyOf("shop-i2-20261130T180500.000Z-000001.jsonl.zst", 12_000);

        assertThat(run("logs", "query", torn.toString(), "select count(*) > 0 as some from requests"))
                .isZero();
        assertThat(out.toString()).isEqualTo("some\ntrue\n");
        assertThat(err.toString()).matches("(?s)goodput: .*zst: its end is torn, .*; \\d+ bytes left out.*");

        out.getBuffer().setLength(0);
        assertThat(run("logs", "query", "--json", torn.toString(), "select count(*) as n from requests"))
                .isZero();
        JsonNode json = new JsonMapper().readTree(out.toString());
        assertThat(json.at("/rows/0/n").asInt()).isPositive();
        assertThat(json.at("/damaged/0/torn").asBoolean()).isTrue();
        assertThat(json.at("/damaged/0/lostBytes").asInt()).isPositive();
    }

    private Path copyOf(String example, int bytes) throws IOException {
        byte[] all = Files.readAllBytes(Path.of(EXAMPLES, example));
        return Files.write(folder.resolve(example), Arrays.copyOf(all, bytes));
    }

    @Test
    void rows_that_are_not_printed_are_said_to_be_there() {
        assertThat(run("logs", "query", EXAMPLES, "select id from requests", "--rows", "3"))
                .isZero();

        assertThat(out.toString().lines()).hasSize(4);
        assertThat(err.toString()).isEqualTo("goodput: there are more than these 3 rows: --rows\n");
    }

    @Test
    void a_question_that_takes_too_long_is_status_1() {
        String forever = "select count(*) from range(1000000000) a, range(1000000000) b where a.range + b.range = 3";

        assertThat(run("logs", "query", EXAMPLES, forever, "--timeout", "1s")).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("goodput: not answered within 1s, the limit of time\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void the_sql_of_a_ready_made_question_is_a_question() {
        assertThat(run("logs", "errors", "--sql", "--tenant", "it's", EXAMPLES)).isZero();
        String sql = out.toString();
        out.getBuffer().setLength(0);

        assertThat(run("logs", "query", EXAMPLES, sql)).isZero();
        assertThat(out.toString()).startsWith("operation  outcome");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void the_schema_for_programs_has_every_table_with_its_columns() {
        assertThat(run("logs", "schema", "--json")).isZero();

        JsonNode tables = new JsonMapper().readTree(out.toString()).get("tables");
        assertThat(tables).hasSize(10);
        assertThat(tables)
                .allSatisfy(table -> assertThat(table.get("columns"))
                        .isNotEmpty()
                        .allSatisfy(column -> {
                            assertThat(column.get("name").asString()).isNotEmpty();
                            assertThat(column.get("type").asString()).isNotEmpty();
                            assertThat(column.get("meaning").asString()).isNotEmpty();
                        }));
    }

    @Test
    void two_folders_are_two_sides() throws IOException {
        Path before = Files.createDirectory(folder.resolve("before"));
        Path after = Files.createDirectory(folder.resolve("after"));
        copy("shop-i1-20261130T180000.000Z-000002.jsonl.zst", before);
        copy("shop-i2-20261130T180500.000Z-000001.jsonl.zst", after);

        assertThat(run("logs", "diff", before.toString(), after.toString())).isZero();
        String byFolders = out.toString();
        out.getBuffer().setLength(0);
        assertThat(run("logs", "diff", EXAMPLES, "--since", "2026-11-30T18:00:00Z", "--at", "2026-11-30T18:05:00Z"))
                .isZero();

        assertThat(out.toString()).isEqualTo(byFolders).contains("worse");
    }

    private static void copy(String example, Path to) throws IOException {
        Files.copy(Path.of(EXAMPLES, example), to.resolve(example));
    }
}
