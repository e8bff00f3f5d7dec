package io.goodput.lab.picture;

import io.goodput.lab.drawing.ChartMetric;
import io.goodput.lab.drawing.Palette;
import io.goodput.lab.drawing.Svg;
import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.result.VariantResult;
import io.goodput.lab.wording.Conclusion;
import io.goodput.lab.wording.Figures;
import io.goodput.lab.wording.OneLine;

/** The whole scenario at a glance: a small plot of goodput against offered load for each variant, all of one scale. */
final class SvgOverview {
    private static final double WIDTH = 1000;
    private static final double MARGIN = 24;
    private static final double AXIS = 30;
    private static final double GAP = 20;
    private static final double HEAD = 84;
    private static final double CAPTION = 58;
    private static final double PLOT = 132;
    private static final double ROW = CAPTION + PLOT + 40;
    private static final int ABREAST = 5;

    private final ScenarioResult report;
    private final int columns;
    private final double width;
    private final Svg svg;

    private SvgOverview(ScenarioResult report) {
        this.report = report;
        var variants = Math.max(1, report.variants().size());
        var rows = Math.ceilDiv(variants, ABREAST);
        columns = Math.ceilDiv(variants, rows);
        width = (WIDTH - 2 * MARGIN - AXIS - (columns - 1) * GAP) / columns;
        svg = new Svg(WIDTH, HEAD + rows * ROW, title(), Conclusion.of(report));
    }

    static String render(ScenarioResult report) {
        var picture = new SvgOverview(report);
        picture.head();
        for (var i = 0; i < report.variants().size(); i++) {
            picture.panel(i);
        }
        return picture.svg.finish();
    }

    private String title() {
        return report.scenario() + ": goodput of each variant over time";
    }

    private void head() {
        svg.text("heading", MARGIN, 36, Svg.fit(title(), WIDTH - 2 * MARGIN, 18));
        new SvgLegend(svg, MARGIN, 62).of(report, ChartMetric.GOODPUT);
    }

    private void panel(int i) {
        var variant = report.variants().get(i);
        var row = i / columns;
        var column = i % columns;
        var left = MARGIN + AXIS + column * (width + GAP);
        var top = HEAD + row * ROW;
        var plot = new SvgPlot(svg, report, ChartMetric.GOODPUT, left, top + CAPTION, width, PLOT);
        svg.open(Palette.of(i));
        svg.text("name", left, top + 14, Svg.fit(variant.name(), width, 14));
        svg.text("small", left, top + 31, Svg.fit(OneLine.of(report, variant), width + GAP / 2, 11));
        svg.text("small soft", left, top + 46, metastable(variant));
        plot.frame(column == 0);
        plot.band(variant);
        plot.offered(variant);
        plot.line(variant);
        svg.close();
    }

    private static String metastable(VariantResult variant) {
        return "P(metastable) " + Figures.fixed(variant.metastable().mean(), 2);
    }
}
