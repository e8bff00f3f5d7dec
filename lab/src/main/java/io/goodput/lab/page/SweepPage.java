package io.goodput.lab.page;

import static io.goodput.page.Markup.escape;
import static io.goodput.page.Markup.prose;

import io.goodput.lab.picture.SweepPictures;
import io.goodput.lab.result.SweepResult;
import io.goodput.lab.result.SweepResult.Figure;
import io.goodput.lab.wording.ClaimTally;
import io.goodput.lab.wording.SweepTables;
import io.goodput.lab.wording.SweepWords;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A sweep as one HTML page that holds all it needs and runs no script: the pictures, the tables, the scenario. */
public final class SweepPage {
    private SweepPage() {}

    /** The page; the same report always gives the same text. */
    public static String render(SweepResult report) {
        String style = PageFrame.style() + Resource.text("sweep.css");
        var parts = Map.ofEntries(
                Map.entry("about", escape(report.runs().about())),
                Map.entry("verdict", verdict(report)),
                Map.entry("facts", PageSections.facts(report.runs())),
                Map.entry("claims", PageSections.claims(report.runs().claims())),
                Map.entry(
                        "figures",
                        report.figures().stream()
                                .map(figure -> figure(report, figure))
                                .collect(Collectors.joining("\n"))),
                Map.entry("source", escape(report.runs().source())));
        return PageFrame.fill("sweep.html", report.runs().scenario(), style, List.of(), parts);
    }

    private static String verdict(SweepResult report) {
        String windows = report.windows().stream()
                .map(window -> "<p class=\"verdict\">" + prose(SweepWords.sentence(report, window)) + "</p>")
                .collect(Collectors.joining("\n"));
        return report.runs().claims().isEmpty()
                ? windows
                : windows + "<p class=\"verdict\">" + prose(ClaimTally.of(report.runs())) + "</p>";
    }

    private static String figure(SweepResult report, Figure figure) {
        String picture = Base64.getEncoder()
                .encodeToString(SweepPictures.picture(report, figure).getBytes(StandardCharsets.UTF_8));
        String tables = new SweepTables(report)
                .of(figure).stream().map(SweepPage::table).collect(Collectors.joining("\n"));
        return """
            <section>
            <h2>%s</h2>
            <div class="wide" tabindex="0" role="region" aria-label="picture">
            <img class="picture" alt="%s, the figures of the tables below" src="data:image/svg+xml;base64,%s">
            </div>
            %s
            </section>\
            """.formatted(escape(SweepWords.heading(figure)), escape(SweepWords.heading(figure)), picture, tables);
    }

    private static String table(SweepTables.Table table) {
        return """
            <details><summary>%s</summary>
            <div class="wide" tabindex="0" role="region" aria-label="table">
            <table>
            %s
            </table>
            </div>
            </details>\
            """.formatted(escape(table.heading()), PageTable.of(table.cells()));
    }
}
