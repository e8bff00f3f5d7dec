package io.goodput.cli.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.cli.CommandTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogsTraceTest extends CommandTest {
    private static final Path SHOP = Path.of("..", "examples", "telemetry", "shop");
    private static final String TRACE = "e07d61f02cd215a4d79f0f475a01060d";

    @Test
    void a_trace_is_drawn_with_its_critical_path_and_its_clocks() {
        assertThat(run("logs", "trace", TRACE, SHOP.toString())).isZero();
        assertThat(out.toString())
                .contains("trace " + TRACE, "place-order (gateway-1)", "Critical path of 242 ms: ")
                .containsPattern(
                        "Clock of orders-1 against gateway-1: ahead by \\+250 ms (±|\\+-) \\d+ (µ|u)s, taken as");
        assertThat(out.toString().lines()).anyMatch(line -> line.contains("hedge at stock-1"));
    }

    @Test
    void json_has_every_bar_and_nothing_else_goes_to_standard_output() {
        assertThat(run("logs", "trace", "00-" + TRACE + "-00f067aa0ba902b7-01", SHOP.toString(), "--json"))
                .isZero();

        JsonNode json = new JsonMapper().readTree(out.toString());

        assertThat(json.get("trace").asString()).isEqualTo(TRACE);
        assertThat(json.get("bars").size()).isEqualTo(12);
        assertThat(json.get("path").get(0).get("at_us").asLong()).isZero();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_trace_that_is_nowhere_is_status_1() {
        assertThat(run("logs", "trace", "0".repeat(31) + "1", SHOP.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("no record belongs to trace 0");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void bad_input_is_status_2_and_says_what_was_expected() {
        assertThat(run("logs", "trace", "xyz", SHOP.toString())).isEqualTo(2);
        assertThat(run("logs", "trace", TRACE, "nowhere")).isEqualTo(2);
        assertThat(err.toString())
                .contains("ID: xyz (expected: 32 hexadecimal digits, or a traceparent)")
                .contains("nowhere: no such file or folder");
    }

    @Test
    void nothing_that_a_record_says_acts_on_the_terminal() throws IOException {
        String line = Files.readAllLines(SHOP.resolve("shop.jsonl")).stream()
                .filter(candidate -> candidate.contains(TRACE))
                .findFirst()
                .orElseThrow();
        String hostile = line.replaceFirst(
                "\"operation\":\"[^\"]*\"", "\"operation\":\"\\\\u001b]0;owned\\\\u0007\\\\r\\\\n\\\\u202eevil\"");

        assertThat(run("logs", "trace", TRACE, file("hostile.jsonl", hostile + "\n")))
                .isZero();
        assertThat(out.toString()).contains("?]0;owned?").doesNotContain("\u001b", "\u0007", "\r", "\u202e");
    }
}
