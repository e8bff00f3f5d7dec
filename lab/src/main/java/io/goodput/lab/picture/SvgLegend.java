package io.goodput.lab.picture;

import io.goodput.lab.drawing.ChartMetric;
import io.goodput.lab.drawing.Svg;
import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.wording.Disturbance;
import java.util.Locale;

/** One line that says what the marks of a picture mean, each beside a sample of it. */
final class SvgLegend {
    private static final double SAMPLE = 22;

    /** Where the pictures that have a legend end, but for their margin. */
    private static final double RIGHT = 976;

    private final Svg svg;
    private final double y;
    private double x;

    SvgLegend(Svg svg, double x, double y) {
        this.svg = svg;
        this.x = x;
        this.y = y;
    }

    void of(ScenarioResult report, ChartMetric metric) {
        var middle = y - 4;
        svg.path("sample", "M%s %sh%s".formatted(Svg.coordinate(x), Svg.coordinate(middle), Svg.coordinate(SAMPLE)));
        label(main(report, metric));
        if (metric == ChartMetric.LATENCY) {
            svg.path(
                    "sample tail",
                    "M%s %sh%s".formatted(Svg.coordinate(x), Svg.coordinate(middle), Svg.coordinate(SAMPLE)));
            label("p99");
        }
        if (metric.hasBand(report)) {
            svg.rectangle("sample band", x, middle - 5, SAMPLE, 10);
            label("middle 90 % of the runs");
        }
        if (metric == ChartMetric.GOODPUT || metric == ChartMetric.ATTEMPTS) {
            svg.path(
                    "offered",
                    "M%s %sh%s".formatted(Svg.coordinate(x), Svg.coordinate(middle), Svg.coordinate(SAMPLE)));
            label("offered load");
        }
        if (!report.disturbances().isEmpty()) {
            svg.rectangle("shade", x, middle - 5, SAMPLE, 10);
            label(Disturbance.label(report));
        }
    }

    private static String main(ScenarioResult report, ChartMetric metric) {
        var name = metric.title.toLowerCase(Locale.ROOT) + " (" + metric.unit(report) + ")";
        if (report.seeds() == 1) {
            return (metric == ChartMetric.LATENCY ? "p50 " : "") + name + ", seed " + report.firstSeed();
        }
        return metric == ChartMetric.LATENCY
                ? "p50 " + name + " of the calls that succeeded, " + report.seeds() + " runs pooled"
                : name + ", mean of " + report.seeds() + " runs";
    }

    private void label(String text) {
        svg.text("soft", x + SAMPLE + 6, y, Svg.fit(text, RIGHT - x - SAMPLE - 6, 12));
        x += SAMPLE + 6 + Svg.width(text, 12) + 16;
    }
}
