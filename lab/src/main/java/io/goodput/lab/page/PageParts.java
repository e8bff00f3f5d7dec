package io.goodput.lab.page;

import static io.goodput.page.Markup.escape;

import io.goodput.lab.drawing.Palette;
import io.goodput.lab.drawing.PartPanel;
import io.goodput.lab.drawing.Svg;
import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.wording.PartFigures;
import java.util.List;

/** The section of the page on populations and services, each by itself: tables, and charts that can be folded away. */
final class PageParts {
    private static final int SHOWN_AT_ONCE = 12;
    private static final double WIDTH = 330;
    private static final double HEIGHT = 140;

    private PageParts() {}

    static String of(ScenarioResult report) {
        var tables = PartFigures.of(report);
        var panels = PartPanel.of(report);
        if (tables.isEmpty() && panels.isEmpty()) {
            return "";
        }
        var html = new StringBuilder("""
            <section aria-labelledby="parts">
            <h2 id="parts">Parts and spans</h2>
            <p class="note">Each population and service by itself; measured as above, or in the span that a heading names.</p>
            """);
        for (var table : tables) {
            html.append(
                    "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"%s\">\n<table>\n%s\n</table>\n</div>\n"
                            .formatted(escape(table.title()), PageTable.of(table)));
        }
        return html.append(charts(report, panels)).append("</section>").toString();
    }

    private static String charts(ScenarioResult report, List<PartPanel> panels) {
        if (panels.isEmpty()) {
            return "";
        }
        var html = new StringBuilder("<details%s>\n<summary>Each part over time</summary>\n"
                .formatted(panels.size() <= SHOWN_AT_ONCE ? " open" : ""));
        html.append("<ul class=\"key\">\n");
        for (int i = 0; i < report.variants().size(); i++) {
            html.append(
                    "<li class=\"%s\"><svg width=\"26\" height=\"9\" aria-hidden=\"true\"><path class=\"line\" d=\"M0 4.5H26\"/></svg>%s</li>\n"
                            .formatted(
                                    Palette.of(i),
                                    escape(report.variants().get(i).name())));
        }
        html.append("</ul>\n<div class=\"panels\">\n");
        for (PartPanel panel : panels) {
            var svg = Svg.inPage(WIDTH, HEIGHT, panel.title() + " over time, mean of the runs");
            panel.draw(svg, report, 0, 0, WIDTH, HEIGHT);
            html.append("<div class=\"panel\"><p>%s <span>%s</span></p>\n%s</div>\n"
                    .formatted(escape(panel.title()), panel.metric().unit(report), svg.finish()));
        }
        return html.append("</div>\n</details>\n").toString();
    }
}
