package io.goodput.lab.picture;

import io.goodput.lab.drawing.Axis;
import io.goodput.lab.drawing.ChartMetric;
import io.goodput.lab.drawing.Curve;
import io.goodput.lab.drawing.Svg;
import io.goodput.lab.drawing.SvgPath;
import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.result.VariantResult;
import io.goodput.lab.wording.Figures;

/** One pair of axes in a picture: time from left to right, a metric from bottom to top, and what is drawn between. */
final class SvgPlot {
    private final Svg svg;
    private final ScenarioResult report;
    private final ChartMetric metric;
    private final Axis values;
    private final double left;
    private final double top;
    private final double width;
    private final double height;

    SvgPlot(Svg svg, ScenarioResult report, ChartMetric metric, double left, double top, double width, double height) {
        this.svg = svg;
        this.report = report;
        this.metric = metric;
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
        values = metric.axis(report);
    }

    double x(double second) {
        return left + second / report.seconds() * width;
    }

    double y(double value) {
        return top + height - values.share(value) * height;
    }

    /** Shade, grid and labels; one plot of a row carries the labels of the values for all of it. */
    void frame(boolean labelled) {
        for (var span : report.disturbances()) {
            svg.rectangle("shade", x(span.from()), top, Math.max(1, x(span.to()) - x(span.from())), height);
        }
        for (var value : values.ticks()) {
            svg.path("grid", "M%s %sH%s".formatted(at(left), at(y(value)), at(left + width)));
            if (labelled) {
                svg.text("tick end", left - 6, y(value) + 4, Figures.plain(value));
            }
        }
        for (var second : Axis.exactly(report.seconds(), width < 400 ? 2 : 5).ticks()) {
            svg.text("tick" + anchor(second), x(second), top + height + 16, Figures.plain(second) + " s");
        }
    }

    /** The outermost labels stay within the plot, or they would run into those of its neighbour. */
    private String anchor(double second) {
        if (second == 0) {
            return "";
        }
        return x(second) > left + width - 12 ? " end" : " middle";
    }

    /** Where the figures are measured. */
    void bracket() {
        var settled = report.settled();
        svg.path("bracket", "M%s %sv-5H%sv5".formatted(at(x(settled.from())), at(top + 7), at(x(settled.to()))));
        svg.text("tick middle", x((settled.from() + settled.to()) / 2), top + 18, "measured");
    }

    void offered(VariantResult variant) {
        var reference = metric.reference(variant);
        if (reference != null) {
            svg.path("offered", SvgPath.line(reference, this::x, this::y));
        }
    }

    void band(VariantResult variant) {
        if (metric.hasBand(report)) {
            svg.path("band", SvgPath.band(curve(variant), this::x, this::y));
        }
    }

    void line(VariantResult variant) {
        var tail = metric.tail(report, variant);
        if (tail != null) {
            svg.path("line tail", SvgPath.line(tail, this::x, this::y));
        }
        svg.path("line", SvgPath.line(curve(variant), this::x, this::y));
    }

    Curve curve(VariantResult variant) {
        return metric.curve(report, variant);
    }

    private static String at(double coordinate) {
        return Svg.coordinate(coordinate);
    }
}
