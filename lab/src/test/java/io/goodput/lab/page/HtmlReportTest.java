package io.goodput.lab.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.lab.drawing.ChartMetric;
import io.goodput.lab.drawing.Curve;
import io.goodput.lab.result.Hostile;
import io.goodput.lab.result.SampleResults;
import io.goodput.lab.result.Timeline;
import io.goodput.lab.result.VariantResult;
import io.goodput.page.Markup;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class HtmlReportTest {
    private static final Pattern SCRIPT = Pattern.compile("<script([^>]*)>(.*?)</script>", Pattern.DOTALL);

    @Test
    void nothing_of_a_scenario_becomes_markup() {
        var plain = HtmlReport.render(SampleResults.named("x"));
        var hostile = HtmlReport.render(SampleResults.named(Hostile.TEXT));

        assertThat(tags(hostile)).isEqualTo(tags(plain));
        assertThat(hostile)
                .doesNotContain("<script>alert")
                .contains(
                        "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;!-- --&gt; ]]&gt; &quot; onload=&#39;x&#39;"
                                + " &amp; &amp;amp; {{data}} $1 \\")
                .doesNotContain("\u0000");
    }

    @Test
    void a_hostile_name_does_not_reach_the_scripts() {
        var plain = SCRIPT.matcher(HtmlReport.render(SampleResults.named("x")));
        var hostile = SCRIPT.matcher(HtmlReport.render(SampleResults.named(Hostile.TEXT)));

        while (plain.find()) {
            assertThat(hostile.find()).isTrue();
            assertThat(hostile.group()).isEqualTo(plain.group());
        }
        assertThat(hostile.find()).isFalse();
    }

    @Test
    void the_content_security_policy_allows_just_the_scripts_of_the_page() throws Exception {
        var page = HtmlReport.render(SampleResults.retryStorm());
        var scripts = SCRIPT.matcher(page);
        var allowed = 0;
        while (scripts.find()) {
            if (scripts.group(1).isEmpty()) {
                assertThat(page).contains("'sha256-" + hash(scripts.group(2)) + "'");
                allowed++;
            }
        }

        assertThat(allowed).isEqualTo(2);
        assertThat(page).contains("default-src 'none'").doesNotContain("unsafe-inline");
    }

    @Test
    void it_asks_the_network_for_nothing() {
        assertThat(HtmlReport.render(SampleResults.retryStorm())).doesNotContainPattern("(src|href)=\"(?!data:)");
    }

    @Test
    void the_data_has_no_more_points_than_an_eye_can_tell_apart() {
        var report = SampleResults.retryStorm();
        var many = new double[10_000];
        Arrays.fill(many, 1);
        var band = new Timeline.Band(many, many, many);

        assertThat(Curve.of(band, 0.02, 0.5).mean())
                .hasSizeLessThanOrEqualTo(400)
                .containsOnly(1);
        assertThat(new JsonMapper()
                        .readTree(PageData.of(report))
                        .get("variants")
                        .get(0)
                        .get("goodput")
                        .get("mean"))
                .hasSize(200);
    }

    @Test
    void latency_is_drawn_with_its_tail_and_its_gaps() {
        var data = new JsonMapper().readTree(PageData.of(SampleResults.retryStorm()));
        var latency = data.get("variants").get(1).get("latency");

        assertThat(latency.propertyNames()).containsExactly("first", "step", "mean", "p99");
        assertThat(latency.get("p99")).hasSize(100);
        assertThat(latency.get("p99").get(12).isNull()).isTrue();
        assertThat(data.get("axes").get("latency").get("top").asDouble()).isEqualTo(10);
        assertThat(HtmlReport.render(SampleResults.retryStorm()))
                .contains("<figcaption>Latency <span>s, p50 and p99</span>")
                .contains("aria-label=\"Latency (p50 and p99) of none over 200 s, in s: 1.66 and 2.32 before, ");
    }

    @Test
    void latencies_below_a_second_are_in_milliseconds() {
        var storm = SampleResults.retryStorm();
        var none = storm.variants().getFirst();
        var fast = new Timeline.Latency(50, new double[] {0.005, 0.01, 0.02, 0.01}, new double[] {0.1, 0.2, 0.45, 0.2});
        var timeline = none.timeline();
        var variant = new VariantResult(
                none.name(),
                none.goodput(),
                none.throughput(),
                none.attempts(),
                none.amplification(),
                none.metastable(),
                none.recovery(),
                none.latency(),
                new Timeline(
                        timeline.step(),
                        timeline.offered(),
                        timeline.goodput(),
                        timeline.attempts(),
                        timeline.inFlight(),
                        fast,
                        List.of()),
                none.collapsedSeeds(),
                none.figures());
        var report = SampleResults.with(storm, "fast", "", "", 1, 200, List.of(variant), List.of());
        var data = new JsonMapper().readTree(PageData.of(report));

        assertThat(data.get("axes").get("latency").get("top").asDouble()).isEqualTo(500);
        assertThat(data.get("variants").get(0).get("latency").get("p99").get(2).asDouble())
                .isEqualTo(450);
        assertThat(ChartText.of(report, variant, ChartMetric.LATENCY))
                .as("a short span has the figures of the long steps that it touches")
                .isEqualTo("Latency (p50 and p99) of none over 200 s, in ms: 5.00 and 100.0 before, "
                        + "5.00 and 100.0 during the spike at 20–25 s, 10.0 and 200.0 at 60–80 s.");
    }

    @Test
    void no_line_ends_inside_a_range() {
        assertThat(Markup.prose("<b> from 20–25 s, and (0.76–0.86), 3–9"))
                .isEqualTo("&lt;b&gt; from <span class=\"range\">20–25 s</span>, and "
                        + "(<span class=\"range\">0.76–0.86</span>), <span class=\"range\">3–9</span>");
        assertThat(HtmlReport.render(SampleResults.retryStorm()))
                .contains("the spike at <span class=\"range\">20–25 s</span>");
    }

    @Test
    void one_seed_has_no_band() {
        var data = new JsonMapper().readTree(PageData.of(SampleResults.oneSeed()));

        assertThat(data.get("variants").get(0).get("goodput").has("low")).isFalse();
        assertThat(HtmlReport.render(SampleResults.oneSeed()))
                .contains("One run.")
                .doesNotContain("95 %");
    }

    @Test
    void what_was_never_measured_is_never_na_n() {
        var report = SampleResults.nothingSucceeded();

        assertThat(PageData.of(report)).doesNotContain("NaN");
        assertThat(PageTable.of(report)).doesNotContain("NaN").contains("<td>–</td>");
    }

    @Test
    void a_scenario_without_variants_or_claims_is_still_a_page() {
        var storm = SampleResults.retryStorm();
        var page = HtmlReport.render(SampleResults.with(storm, "bare", "", "", 1, 1, List.of(), List.of()));

        assertThat(page).contains("No variant was run.").doesNotContain("Claims</h2>");
    }

    @Test
    void the_scenario_is_shown_to_the_letter() {
        assertThat(HtmlReport.render(SampleResults.retryStorm()))
                .contains(">" + Markup.escape(SampleResults.retryStorm().source()) + "</pre>");
    }

    @Test
    void every_chart_says_in_words_what_it_shows() {
        assertThat(HtmlReport.render(SampleResults.retryStorm()))
                .contains("aria-label=\"Goodput of three-attempts over 200 s, in calls/s: ")
                .contains("during the spike at 20–25 s");
    }

    private static String tags(String page) {
        return page.replaceAll("(?s)<(script|style)([^>]*)>.*?</\\1>", "<$1$2>")
                .replaceAll("\"[^\"]*\"", "\"\"")
                .replaceAll("(?s)>[^<]*<", "><");
    }

    private static String hash(String content) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
    }
}
