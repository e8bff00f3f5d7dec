package io.goodput.lab.page;

import static io.goodput.page.Markup.escape;
import static io.goodput.page.Markup.prose;

import io.goodput.lab.drawing.ChartMetric;
import io.goodput.lab.drawing.Palette;
import io.goodput.lab.result.ClaimResult;
import io.goodput.lab.result.ClaimResult.Verdict;
import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.wording.Facts;
import io.goodput.lab.wording.OneLine;
import io.goodput.lab.wording.Replay;
import io.goodput.lab.wording.Scale;
import java.util.List;
import java.util.stream.Collectors;

/** The parts of the page that repeat: claims, charts, ways to replay. */
final class PageSections {
    private PageSections() {}

    static String claims(List<ClaimResult> claims) {
        if (claims.isEmpty()) {
            return "";
        }
        return """
            <section aria-labelledby="claims">
            <h2 id="claims">Claims</h2>
            <ul class="claims">
            %s
            </ul>
            </section>\
            """.formatted(claims.stream().map(PageSections::claim).collect(Collectors.joining("\n")));
    }

    private static String claim(ClaimResult claim) {
        var kind = kind(claim.verdict());
        var value = claim.why().isEmpty() ? Scale.alone(claim.value(), claim.unit()) : claim.why();
        return """
            <li class="%s"><b class="mark">%s</b> <code>%s</code> <span class="value">%s</span></li>\
            """.formatted(kind, mark(claim.verdict()), escape(claim.text()), prose(value));
    }

    private static String kind(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> "holds";
            case FAILS -> "fails";
            case NOT_JUDGED -> "open";
        };
    }

    private static String mark(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> "✓ holds";
            case FAILS -> "✗ fails";
            case NOT_JUDGED -> "not judged";
        };
    }

    static String charts(ScenarioResult report) {
        var html = new StringBuilder();
        for (var i = 0; i < report.variants().size(); i++) {
            var variant = report.variants().get(i);
            html.append("""
                <article class="variant %s">
                <header><h3>%s</h3><p>%s</p></header>
                """.formatted(Palette.of(i), escape(variant.name()), prose(OneLine.of(report, variant))));
            for (var metric : ChartMetric.values()) {
                html.append(chart(report, i, metric));
            }
            html.append("</article>\n");
        }
        return html.toString();
    }

    private static String chart(ScenarioResult report, int variant, ChartMetric metric) {
        var text = ChartText.of(report, report.variants().get(variant), metric);
        return """
            <figure data-variant="%d" data-metric="%s">
            <figcaption>%s <span>%s</span><output aria-live="off"></output></figcaption>
            <div class="plot" role="img" aria-label="%s"></div>
            </figure>
            """.formatted(variant, metric.key, metric.title, unit(report, metric), escape(text));
    }

    private static String unit(ScenarioResult report, ChartMetric metric) {
        return metric.unit(report) + (metric == ChartMetric.LATENCY ? ", p50 and p99" : "");
    }

    static String replays(ScenarioResult report) {
        return Replay.of(report).stream()
                .map(replay -> "<li><code>" + escape(replay.command()) + "</code> <span>" + prose(replay.shows())
                        + "</span></li>")
                .collect(Collectors.joining("\n"));
    }

    static String facts(ScenarioResult report) {
        return Facts.of(report).stream()
                .map(fact -> "<li>" + prose(fact) + "</li>")
                .collect(Collectors.joining("\n"));
    }
}
