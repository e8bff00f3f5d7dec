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

class LogsContributorsTest extends CommandTest {
    private static final String SHOP = "../examples/telemetry/shop";

    private JsonNode json() {
        return new JsonMapper().readTree(out.toString());
    }

    @Test
    void all_facets_of_the_service_at_the_door_are_shown_each_with_its_error_and_its_course() {
        assertThat(run("logs", "contributors", SHOP)).isZero();
        assertThat(out.toString().lines())
                .startsWith("contributors of gateway")
                .contains("By tenant: 523 units", "By client: 523 units", "By error: 55 units", "10 others: 83 units")
                .anyMatch(line -> line.matches("tenant-1 +230 +(±|\\+-) 25.0 +44 % +9.6 % +28.4 ms +\\S{18}"))
                .anyMatch(line -> line.matches("NoAnswer +37 +67 % +100 % +230 ms +_{6}\\S{6}_{6}"));
    }

    @Test
    void one_facet_of_another_service_shows_gaps_as_gaps() {
        assertThat(run("logs", "contributors", SHOP, "--by", "operation", "--service", "billing", "--json"))
                .isZero();

        JsonNode by = json().get("by");
        assertThat(by.size()).isEqualTo(1);
        JsonNode rate = by.get(0).get("top").get(0).get("rate");
        assertThat(rate.size()).isEqualTo(json().get("intervals").asInt());
        assertThat(rate.get(0).asDouble()).isPositive();
        assertThat(rate.get(16).isNull()).as("billing is gone").isTrue();
    }

    @Test
    void time_tenant_and_operation_narrow_it() {
        assertThat(run(
                        "logs",
                        "contributors",
                        SHOP,
                        "--json",
                        "--by",
                        "tenant",
                        "--since",
                        "2026-11-30T12:01:00Z",
                        "--until",
                        "2026-11-30T12:02:00Z",
                        "--tenant",
                        "tenant-1",
                        "--operation",
                        "place-order"))
                .isZero();

        JsonNode tenants = json().get("by").get(0);
        assertThat(json().get("start_us").asLong()).isGreaterThanOrEqualTo(1_796_040_060_000_000L);
        assertThat(json().get("intervals").asInt()).isLessThanOrEqualTo(6);
        assertThat(tenants.get("top").size()).isEqualTo(1);
        assertThat(tenants.get("count").asDouble()).isBetween(1.0, 100.0);
    }

    @Test
    void a_page_stands_alone_and_is_small() throws IOException {
        Path page = folder.resolve("contributors.html");

        assertThat(run("logs", "contributors", SHOP, "--html", page.toString())).isZero();
        assertThat(Files.readString(page))
                .startsWith("<!DOCTYPE html>")
                .contains("default-src 'none'", "script-src 'none'", "tenant-1 over time", "NoAnswer")
                .doesNotContain("<script", "src=\"http", "href=\"http")
                .hasSizeLessThan(100_000);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --interval 1ms   | --interval: 1ms (expected: 1s to 365d)
            --limit 0        | --limit: 0 (expected: 1 to 1000)
            --service nobody | --service: nobody (expected: one of billing, gateway, orders, payments, stock)
            --by colour      | Invalid value for option '--by': expected one of
            """)
    void bad_input_is_status_2_and_says_what_was_expected(String arguments, String message) {
        assertThat(run(("logs contributors " + SHOP + " " + arguments).split(" ")))
                .isEqualTo(2);
        assertThat(err.toString()).contains(message);
    }

    @Test
    void no_records_are_status_1() throws IOException {
        assertThat(run("logs", "contributors", file("a.jsonl", "{}\n"))).isEqualTo(1);
        assertThat(err.toString()).contains("there are no records");
    }
}
