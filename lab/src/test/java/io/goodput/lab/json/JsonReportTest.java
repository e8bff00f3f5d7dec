package io.goodput.lab.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.lab.result.Hostile;
import io.goodput.lab.result.SampleResults;
import io.goodput.lab.result.ScenarioResult;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class JsonReportTest {
    @Test
    void every_field_is_there() {
        var json = parse(SampleResults.retryStorm());

        assertThat(json.propertyNames())
                .contains("scenario", "seeds", "events", "eventsPerSecond", "variants", "claims", "settled", "verdict");
        assertThat(json.get("variants")).hasSize(5);
        var variant = json.get("variants").get(1);
        assertThat(variant.get("name").asString()).isEqualTo("three-attempts");
        for (var figure : new String[] {"goodput", "throughput", "attempts", "amplification", "metastable"}) {
            assertFigure(variant.get(figure));
        }
        assertFigure(variant.get("recovery"));
        assertThat(variant.get("recovery").get("recovered").asDouble()).isEqualTo(0.185);
        for (var percentile : new String[] {"p50", "p99", "p999"}) {
            assertFigure(variant.get("latency").get(percentile));
        }
        assertThat(variant.get("collapsedSeeds")).isNotEmpty();
    }

    @Test
    void a_timeline_is_rows_of_numbers_with_null_where_nothing_succeeded() {
        var timeline = parse(SampleResults.retryStorm()).get("variants").get(1).get("timeline");

        assertThat(timeline.get("step").asDouble()).isOne();
        for (var row : new String[] {"offered", "goodput", "attempts", "inFlight"}) {
            assertThat(timeline.get(row)).as(row).hasSize(200).allMatch(JsonNode::isNumber);
        }
        var latency = timeline.get("latency");
        assertThat(latency.get("step").asDouble()).isEqualTo(2);
        for (var percentile : new String[] {"p50", "p99"}) {
            assertThat(latency.get(percentile)).hasSize(100);
            assertThat(latency.get(percentile).get(12).isNull()).isTrue();
            assertThat(latency.get(percentile).get(14).isNumber()).isTrue();
        }
        assertThat(latency.get("p50").get(0).asDouble()).isEqualTo(1.98);
        assertThat(JsonReport.render(SampleResults.retryStorm()).lines().filter(line -> line.contains("\"p99\": [")))
                .as("a row on one line")
                .hasSize(5);
    }

    @Test
    void a_claim_tells_whether_it_holds_and_by_what() {
        var claim = parse(SampleResults.retryStorm()).get("claims").get(0);

        assertThat(claim.get("text").asString()).isEqualTo("metastable of three-attempts > 0.5");
        assertThat(claim.get("holds").asBoolean()).isTrue();
        assertThat(claim.get("value").asDouble()).isEqualTo(0.815);
        assertThat(claim.has("why")).isFalse();
    }

    @Test
    void a_claim_that_was_not_judged_neither_holds_nor_fails() {
        var claim = parse(SampleResults.oneSeed()).get("claims").get(0);

        assertThat(claim.get("holds").isNull()).isTrue();
        assertThat(claim.get("why").asString()).isEqualTo("one seed only");
    }

    @Test
    void what_was_not_measured_is_null() {
        var text = JsonReport.render(SampleResults.nothingSucceeded());
        var variant = new JsonMapper().readTree(text).get("variants").get(0);

        assertThat(text).doesNotContain("NaN").doesNotContain("Infinity");
        assertThat(variant.get("recovery").get("mean").isNull()).isTrue();
        assertThat(variant.get("recovery").get("recovered").asDouble()).isZero();
        assertThat(variant.get("latency").get("p50").get("mean").isNull()).isTrue();
        assertThat(variant.get("timeline").get("latency").get("p99")).allMatch(JsonNode::isNull);
    }

    @Test
    void the_same_report_gives_the_same_text_and_ends_its_line() {
        var text = JsonReport.render(SampleResults.retryStorm());

        assertThat(text)
                .isEqualTo(JsonReport.render(SampleResults.retryStorm()))
                .endsWith("}\n")
                .doesNotContain("\r");
    }

    @Test
    void hostile_text_comes_back_as_it_was() {
        assertThat(parse(SampleResults.named(Hostile.TEXT)).get("scenario").asString())
                .isEqualTo(Hostile.TEXT);
    }

    private static void assertFigure(JsonNode figure) {
        for (var part : new String[] {"mean", "low", "high"}) {
            assertThat(figure.get(part).isNumber()).as(part).isTrue();
        }
    }

    private static JsonNode parse(ScenarioResult report) {
        return new JsonMapper().readTree(JsonReport.render(report));
    }
}
