package io.goodput.lab.report;

import java.util.Locale;

/** One line that says what the marks of a picture mean, each beside a sample of it. */
final class SvgLegend {
    private static final double SAMPLE = 22;

    private final Svg svg;
    private final double y;
    private double x;

    SvgLegend(Svg svg, double x, double y) {
        this.svg = svg;
        this.x = x;
        this.y = y;
    }

    void of(ScenarioReport report, Metric metric) {
        var one = report.seeds() == 1;
        var runs = one ? "seed " + report.firstSeed() : "mean of " + report.seeds() + " runs";
        var middle = y - 4;
        svg.path("sample", "M%s %sh%s".formatted(Svg.coordinate(x), Svg.coordinate(middle), Svg.coordinate(SAMPLE)));
        label(metric.title.toLowerCase(Locale.ROOT) + " (" + metric.unit + "), " + runs);
        if (!one) {
            svg.rectangle("sample band", x, middle - 5, SAMPLE, 10);
            label("middle 90 % of the runs");
        }
        if (metric != Metric.IN_FLIGHT) {
            svg.path(
                    "offered",
                    "M%s %sh%s".formatted(Svg.coordinate(x), Svg.coordinate(middle), Svg.coordinate(SAMPLE)));
            label("offered load");
        }
        if (!report.disturbances().isEmpty()) {
            svg.rectangle("shade", x, middle - 5, SAMPLE, 10);
            label(Disturbance.phrase(report).substring("the ".length()));
        }
    }

    private void label(String text) {
        svg.text("soft", x + SAMPLE + 6, y, text);
        x += SAMPLE + 6 + Svg.width(text, 12) + 16;
    }
}
