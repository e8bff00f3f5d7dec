package io.goodput.cli.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.cli.CommandTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogsMapTest extends CommandTest {
    private static final String SHOP = "../examples/telemetry/shop";

    @Test
    void what_is_ill_comes_first_and_each_edge_has_its_figures() {
        assertThat(run("logs", "map", SHOP)).isZero();
        assertThat(out.toString().lines())
                .anyMatch(line -> line.startsWith("the way orders → payments is ill: ")
                        || line.startsWith("the way orders -> payments is ill: "))
                .anyMatch(line -> line.matches("orders -?. ?payments .* EDGE ILL"))
                .anyMatch(line -> line.matches("gateway  .* suffers"));
    }

    @Test
    void a_moment_of_who_is_gone_is_a_gap() {
        assertThat(run("logs", "map", SHOP, "--at", "2026-11-30T12:02:45Z")).isZero();
        assertThat(out.toString().lines()).anyMatch(line -> line.matches("billing +gap"));
    }

    @Test
    void json_tells_gaps_from_zeros() {
        assertThat(run("logs", "map", SHOP, "--at", "165s", "--json")).isZero();

        JsonNode json = new JsonMapper().readTree(out.toString());

        JsonNode billing = json.get("nodes").get(0);
        assertThat(billing.get("name").asString()).isEqualTo("billing");
        assertThat(billing.get("there").asBoolean()).isFalse();
        assertThat(billing.has("count")).isFalse();
        JsonNode stock = json.get("nodes").get(4);
        assertThat(stock.get("outcomes").get("timeout").asDouble()).isZero();
    }

    @Test
    void a_page_holds_every_moment_and_asks_no_network() throws IOException {
        Path page = folder.resolve("map.html");

        assertThat(run("logs", "map", SHOP, "--html", page.toString())).isZero();
        assertThat(Files.readString(page))
                .startsWith("<!DOCTYPE html>")
                .contains("default-src 'none'", "id=\"moments\"")
                .doesNotContain("http://www.w3.org/1999", "src=\"http", "href=\"http");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --by 1ms             | --by: 1ms (expected: 1s to 365d)
            --at never           | --at: never (expected: an instant such as 2026-11-30T12:01:30Z, or a time such as 90s)
            --at 900s            | --at: 900s (expected: from 2026-11-30T12:00:00.000000Z to 2026-11-30T12:03:10.000000Z)
            --html nowhere/x.html | --html: nowhere/x.html cannot be written
            nowhere              | nowhere: no such file or folder
            --json --html x.html | mutually exclusive
            """)
    void bad_input_is_status_2_and_says_what_was_expected(String arguments, String message) {
        assertThat(run(("logs map " + SHOP + " " + arguments).split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(message);
    }

    @Test
    void no_records_are_status_1_and_lines_that_are_none_are_counted() throws IOException {
        assertThat(run("logs", "map", file("a.jsonl", "nonsense\n{}\n{\"v\":1")))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("2 lines are no records", "a.jsonl: its end is torn", "there are no records");
    }
}
