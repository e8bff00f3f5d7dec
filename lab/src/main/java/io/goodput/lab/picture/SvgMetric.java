package io.goodput.lab.picture;

import io.goodput.lab.drawing.ChartMetric;
import io.goodput.lab.drawing.Palette;
import io.goodput.lab.drawing.Svg;
import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.wording.Conclusion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One metric of all variants over time in one plot, each curve named at its end. */
final class SvgMetric {
    private static final double WIDTH = 1000;
    private static final double MARGIN = 24;
    private static final double AXIS = 40;
    private static final double LABELS = 190;
    private static final double HEAD = 84;
    private static final double PLOT = 320;

    private final ScenarioResult report;
    private final ChartMetric metric;
    private final Svg svg;
    private final SvgPlot plot;

    private SvgMetric(ScenarioResult report, ChartMetric metric) {
        this.report = report;
        this.metric = metric;
        var height = Math.max(PLOT, report.variants().size() * SvgLabels.LINE);
        svg = new Svg(WIDTH, HEAD + height + 40, title(), Conclusion.of(report));
        var width = WIDTH - 2 * MARGIN - AXIS - LABELS;
        plot = new SvgPlot(svg, report, metric, MARGIN + AXIS, HEAD, width, height);
    }

    static String render(ScenarioResult report, ChartMetric metric) {
        var picture = new SvgMetric(report, metric);
        picture.draw();
        return picture.svg.finish();
    }

    private String title() {
        return report.scenario() + ": " + metric.title.toLowerCase(Locale.ROOT) + " over time";
    }

    private void draw() {
        svg.text("heading", MARGIN, 36, Svg.fit(title(), WIDTH - 2 * MARGIN, 18));
        new SvgLegend(svg, MARGIN, 62).of(report, metric);
        plot.frame(true);
        var variants = report.variants();
        for (var i = 0; i < variants.size(); i++) {
            svg.open("overlaid " + Palette.of(i));
            plot.band(variants.get(i));
            svg.close();
        }
        if (!variants.isEmpty()) {
            plot.offered(variants.getFirst());
        }
        for (var i = 0; i < variants.size(); i++) {
            svg.open(Palette.of(i));
            plot.line(variants.get(i));
            svg.close();
        }
        plot.bracket();
        SvgLabels.draw(svg, labels(), WIDTH - MARGIN - LABELS, plot.y(0), LABELS);
    }

    private List<SvgLabels.Label> labels() {
        var labels = new ArrayList<SvgLabels.Label>();
        for (var i = 0; i < report.variants().size(); i++) {
            var variant = report.variants().get(i);
            labels.add(new SvgLabels.Label(
                    i, variant.name(), plot.y(end(plot.curve(variant).mean()))));
        }
        return labels;
    }

    private static double end(double[] values) {
        for (var i = values.length - 1; i >= 0; i--) {
            if (Double.isFinite(values[i])) {
                return values[i];
            }
        }
        return 0;
    }
}
