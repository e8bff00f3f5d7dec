package io.goodput.lab.picture;

import io.goodput.lab.drawing.ChartMetric;
import io.goodput.lab.drawing.Palette;
import io.goodput.lab.drawing.Svg;
import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.wording.Conclusion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One metric of all policies over time in one plot, each curve named at its end. */
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
        var height = Math.max(PLOT, report.policies().size() * SvgLabels.LINE);
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
        var policies = report.policies();
        for (var i = 0; i < policies.size(); i++) {
            svg.open("overlaid " + Palette.of(i));
            plot.band(policies.get(i));
            svg.close();
        }
        if (!policies.isEmpty()) {
            plot.offered(policies.getFirst());
        }
        for (var i = 0; i < policies.size(); i++) {
            svg.open(Palette.of(i));
            plot.line(policies.get(i));
            svg.close();
        }
        plot.bracket();
        SvgLabels.draw(svg, labels(), WIDTH - MARGIN - LABELS, plot.y(0), LABELS);
    }

    private List<SvgLabels.Label> labels() {
        var labels = new ArrayList<SvgLabels.Label>();
        for (var i = 0; i < report.policies().size(); i++) {
            var policy = report.policies().get(i);
            labels.add(new SvgLabels.Label(
                    i, policy.name(), plot.y(end(plot.curve(policy).mean()))));
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
