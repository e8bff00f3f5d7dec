package io.goodput.lab.page;

import static io.goodput.page.Markup.escape;
import static io.goodput.page.Markup.prose;

import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.wording.Conclusion;
import io.goodput.lab.wording.Disturbance;
import io.goodput.page.UPlot;
import java.util.List;
import java.util.Map;

/**
 * A report as one HTML page that holds all it needs: it opens from a disk, asks no network for anything, and its
 * content security policy forbids whatever is not its own two scripts and one style sheet, named by their hashes.
 */
public final class HtmlReport {
    private HtmlReport() {}

    /** The page; the same report always gives the same text. */
    public static String render(ScenarioResult report) {
        var style = PageFrame.style();
        var library = UPlot.script();
        var script = Resource.text("page.js");
        var parts = Map.ofEntries(
                Map.entry("licence", UPlot.licence()),
                Map.entry("library", library),
                Map.entry("script", script),
                Map.entry("data", PageData.of(report)),
                Map.entry("about", escape(report.about())),
                Map.entry("verdict", prose(Conclusion.of(report))),
                Map.entry("facts", PageSections.facts(report)),
                Map.entry("claims", PageSections.claims(report.claims())),
                Map.entry("reading", reading(report)),
                Map.entry("charts", PageSections.charts(report)),
                Map.entry("table", PageTable.of(report)),
                Map.entry("parts", PageParts.of(report)),
                Map.entry("intervals", report.seeds() == 1 ? "" : "Small print: 95 % confidence over the seeds."),
                Map.entry("replays", PageSections.replays(report)),
                Map.entry("source", escape(report.source())));
        return PageFrame.fill("page.html", report.scenario(), style, List.of(library, script), parts);
    }

    /** How to read the charts; one run has no band. */
    private static String reading(ScenarioResult report) {
        var band = report.seeds() == 1
                ? "One run"
                : "Mean of " + report.seeds() + " runs, and the band that holds the middle 90 % of them";
        var shade = report.disturbances().isEmpty() ? "" : "; shaded: " + Disturbance.phrase(report);
        var pooled = report.seeds() == 1 ? "" : ", all runs pooled,";
        return prose(band + ". Dashed: offered load" + shade
                + "; bracket: where the figures are measured. Latency is that of the calls that succeeded" + pooled
                + " on a logarithmic axis: p50, and dotted p99; a gap where no call did.");
    }
}
