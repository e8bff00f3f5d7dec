package io.goodput.lab.picture;

import io.goodput.lab.drawing.Palette;
import io.goodput.lab.drawing.PartPanel;
import io.goodput.lab.drawing.Svg;
import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.wording.Conclusion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Populations and services over time, one panel for each and each metric, three abreast. */
final class SvgParts {
    private static final double WIDTH = 1000;
    private static final double MARGIN = 24;
    private static final double GAP = 20;
    private static final double HEAD = 56;
    private static final double LINE = 22;
    private static final double CAPTION = 20;
    private static final double PLOT = 140;
    private static final double ROW = CAPTION + PLOT + 16;
    private static final int ABREAST = 3;
    private static final double SAMPLE = 22;

    private SvgParts() {}

    static String render(ScenarioResult report, List<PartPanel> panels) {
        double head = HEAD + legend(report, null) * LINE;
        int rows = Math.ceilDiv(panels.size(), ABREAST);
        String title = report.scenario() + ": each part over time";
        var svg = new Svg(WIDTH, head + rows * ROW + 8, title, Conclusion.of(report));
        svg.text("heading", MARGIN, 36, Svg.fit(title, WIDTH - 2 * MARGIN, 18));
        legend(report, svg);
        double width = (WIDTH - 2 * MARGIN - (ABREAST - 1) * GAP) / ABREAST;
        for (int i = 0; i < panels.size(); i++) {
            PartPanel panel = panels.get(i);
            int row = i / ABREAST;
            double left = MARGIN + i % ABREAST * (width + GAP);
            double top = head + row * ROW;
            svg.text(
                    "small",
                    left,
                    top + 14,
                    Svg.fit(panel.title() + ", " + panel.metric().unit(report), width, 11));
            panel.draw(svg, report, left, top + CAPTION, width, PLOT);
        }
        return svg.finish();
    }

    /** The names of the variants, in as many lines as they take. */
    private static int legend(ScenarioResult report, @Nullable Svg svg) {
        double x = MARGIN;
        int line = 1;
        for (int i = 0; i < report.variants().size(); i++) {
            String name = Svg.fit(report.variants().get(i).name(), WIDTH / 3, 13);
            double width = SAMPLE + 6 + Svg.width(name, 13) + 18;
            if (x + width > WIDTH - MARGIN) {
                x = MARGIN;
                line++;
            }
            if (svg != null) {
                double y = HEAD + line * LINE - 14;
                svg.open(Palette.of(i));
                svg.path(
                        "line",
                        "M%s %sh%s".formatted(Svg.coordinate(x), Svg.coordinate(y - 4), Svg.coordinate(SAMPLE)));
                svg.text("name", x + SAMPLE + 6, y, name);
                svg.close();
            }
            x += width;
        }
        return line;
    }
}
