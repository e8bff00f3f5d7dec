package io.goodput.lab.report;

import java.util.ArrayList;
import java.util.Comparator;
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
    private static final double LINE = 17;

    private final ScenarioReport report;
    private final Metric metric;
    private final Svg svg;
    private final SvgPlot plot;

    private SvgMetric(ScenarioReport report, Metric metric) {
        this.report = report;
        this.metric = metric;
        var height = Math.max(PLOT, report.policies().size() * LINE);
        svg = new Svg(WIDTH, HEAD + height + 40, title(), Conclusion.of(report));
        var width = WIDTH - 2 * MARGIN - AXIS - LABELS;
        plot = new SvgPlot(svg, report, metric, MARGIN + AXIS, HEAD, width, height);
    }

    static String render(ScenarioReport report, Metric metric) {
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
        labels().forEach(this::draw);
    }

    private record Label(int policy, double curve, double y) {}

    /** One label for each policy beside the end of its curve, moved apart where curves end together. */
    private List<Label> labels() {
        var ends = new ArrayList<Label>();
        for (var i = 0; i < report.policies().size(); i++) {
            var end = end(plot.curve(report.policies().get(i)).mean());
            ends.add(new Label(i, plot.y(end), plot.y(end)));
        }
        ends.sort(Comparator.comparingDouble(Label::curve));
        var labels = new ArrayList<Label>();
        var above = Double.NEGATIVE_INFINITY;
        for (var label : ends) {
            above = Math.max(label.curve(), above + LINE);
            labels.add(new Label(label.policy(), label.curve(), above));
        }
        return raised(labels);
    }

    /** What was pushed below the plot moves up again, and takes along what is in its way. */
    private List<Label> raised(List<Label> labels) {
        var raised = new ArrayList<Label>();
        var lowest = plot.y(0);
        for (var label : labels.reversed()) {
            var y = Math.min(label.y(), lowest);
            raised.add(new Label(label.policy(), label.curve(), y));
            lowest = y - LINE;
        }
        return raised.reversed();
    }

    private static double end(double[] values) {
        for (var i = values.length - 1; i >= 0; i--) {
            if (Double.isFinite(values[i])) {
                return values[i];
            }
        }
        return 0;
    }

    private void draw(Label label) {
        var policy = report.policies().get(label.policy());
        var right = WIDTH - MARGIN - LABELS;
        svg.path(
                "leader",
                "M%s %sL%s %s"
                        .formatted(
                                Svg.coordinate(right + 2),
                                Svg.coordinate(label.curve()),
                                Svg.coordinate(right + 14),
                                Svg.coordinate(label.y())));
        svg.open(Palette.of(label.policy()));
        svg.text("name", right + 18, label.y() + 4, Svg.fit(policy.name(), LABELS - 18, 13));
        svg.close();
    }
}
