package io.goodput.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

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
    void nothingOfAScenarioBecomesMarkup() {
        var plain = HtmlReport.render(SampleReports.named("x"));
        var hostile = HtmlReport.render(SampleReports.named(Hostile.TEXT));

        assertThat(tags(hostile)).isEqualTo(tags(plain));
        assertThat(hostile)
                .doesNotContain("<script>alert")
                .contains(
                        "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;!-- --&gt; ]]&gt; &quot; onload=&#39;x&#39;"
                                + " &amp; &amp;amp; {{data}} $1 \\")
                .doesNotContain("\u0000");
    }

    @Test
    void aHostileNameDoesNotReachTheScripts() {
        var plain = SCRIPT.matcher(HtmlReport.render(SampleReports.named("x")));
        var hostile = SCRIPT.matcher(HtmlReport.render(SampleReports.named(Hostile.TEXT)));

        while (plain.find()) {
            assertThat(hostile.find()).isTrue();
            assertThat(hostile.group()).isEqualTo(plain.group());
        }
        assertThat(hostile.find()).isFalse();
    }

    @Test
    void theContentSecurityPolicyAllowsJustTheScriptsOfThePage() throws Exception {
        var page = HtmlReport.render(SampleReports.retryStorm());
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
    void itAsksTheNetworkForNothing() {
        assertThat(HtmlReport.render(SampleReports.retryStorm())).doesNotContainPattern("(src|href)=\"(?!data:)");
    }

    @Test
    void theDataHasNoMorePointsThanAnEyeCanTellApart() {
        var report = SampleReports.retryStorm();
        var many = new double[10_000];
        Arrays.fill(many, 1);
        var band = new Timeline.Band(many, many, many);

        assertThat(Curve.of(band, 0.02, 0.5).mean())
                .hasSizeLessThanOrEqualTo(400)
                .containsOnly(1);
        assertThat(new JsonMapper()
                        .readTree(PageData.of(report))
                        .get("policies")
                        .get(0)
                        .get("goodput")
                        .get("mean"))
                .hasSize(200);
    }

    @Test
    void oneSeedHasNoBand() {
        var data = new JsonMapper().readTree(PageData.of(SampleReports.oneSeed()));

        assertThat(data.get("band").asBoolean()).isFalse();
        assertThat(data.get("policies").get(0).get("goodput").has("low")).isFalse();
        assertThat(HtmlReport.render(SampleReports.oneSeed()))
                .contains("One run.")
                .doesNotContain("95 %");
    }

    @Test
    void whatWasNeverMeasuredIsNeverNaN() {
        var report = SampleReports.nothingSucceeded();

        assertThat(PageData.of(report)).doesNotContain("NaN");
        assertThat(PageTable.of(report)).doesNotContain("NaN").contains("<td>–</td>");
    }

    @Test
    void aScenarioWithoutPoliciesOrClaimsIsStillAPage() {
        var storm = SampleReports.retryStorm();
        var page = HtmlReport.render(SampleReports.with(storm, "bare", "", "", 1, 1, List.of(), List.of()));

        assertThat(page).contains("No policy was run.").doesNotContain("Claims</h2>");
    }

    @Test
    void theScenarioIsShownToTheLetter() {
        assertThat(HtmlReport.render(SampleReports.retryStorm()))
                .contains(">" + Markup.escape(SampleReports.retryStorm().source()) + "</pre>");
    }

    @Test
    void everyChartSaysInWordsWhatItShows() {
        assertThat(HtmlReport.render(SampleReports.retryStorm()))
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
