package io.goodput.lab.picture;

import io.goodput.lab.drawing.Axis;
import io.goodput.lab.drawing.Palette;
import io.goodput.lab.drawing.Svg;
import io.goodput.lab.result.SweepResult;
import io.goodput.lab.result.SweepResult.Figure;
import io.goodput.lab.result.SweepResult.Varied;
import io.goodput.lab.wording.Figures;
import io.goodput.lab.wording.Scale;
import io.goodput.lab.wording.SweepWords;
import io.goodput.sim.Estimate;
import java.util.ArrayList;
import java.util.List;

/** One figure over the values of a key: a line for each variant through its means, and their 95 % band. */
final class SweepCurves {
    private static final double WIDTH = 1000;
    private static final double MARGIN = 24;
    private static final double AXIS = 48;
    private static final double LABELS = 190;
    private static final double HEAD = 84;
    private static final double HEIGHT = 340;
    private static final double FOOT = 56;
    private static final int MOST_TICKS = 12;
    private static final int MOST_DOTS = 60;

    private final SweepResult report;
    private final Figure figure;
    private final Varied along;
    private final Scale scale;
    private final Axis values;
    private final Svg svg;

    private SweepCurves(SweepResult report, Figure figure) {
        this.report = report;
        this.figure = figure;
        along = report.axes().getFirst();
        scale = SweepWords.scale(figure);
        values = Axis.upTo(largest(), 5);
        svg = new Svg(WIDTH, HEAD + HEIGHT + FOOT, title(), report.runs().about());
    }

    static String render(SweepResult report, Figure figure) {
        var picture = new SweepCurves(report, figure);
        picture.draw();
        return picture.svg.finish();
    }

    private String title() {
        return report.title() + ": " + SweepWords.heading(figure) + " over " + along.path();
    }

    private double largest() {
        return figure.isShare()
                ? 1
                : figure.all().stream()
                        .mapToDouble(each -> each.hasInterval() ? each.high() : each.mean())
                        .filter(Double::isFinite)
                        .map(value -> value * scale.factor())
                        .max()
                        .orElse(1);
    }

    private void draw() {
        svg.text("heading", MARGIN, 36, Svg.fit(title(), WIDTH - 2 * MARGIN, 18));
        svg.text(
                "soft",
                MARGIN,
                62,
                "mean of " + report.runs().seeds() + " runs at each value, and its 95 % confidence interval");
        frame();
        for (int i = 0; i < report.variants().size(); i++) {
            svg.open("overlaid " + Palette.of(i));
            svg.path("band", band(figure.estimates().get(i)));
            svg.close();
        }
        for (int i = 0; i < report.variants().size(); i++) {
            svg.open(Palette.of(i));
            svg.path("line", line(figure.estimates().get(i)));
            svg.close();
        }
        SvgLabels.draw(svg, labels(), right(), HEAD + HEIGHT, LABELS);
    }

    private void frame() {
        for (double value : values.ticks()) {
            svg.path("grid", "M%s %sH%s".formatted(at(left()), at(y(value)), at(right())));
            svg.text("tick end", left() - 6, y(value) + 4, Figures.plain(value));
        }
        int count = along.values().size();
        int each = Math.ceilDiv(count, MOST_TICKS);
        for (int i = 0; i < count; i += each) {
            svg.path("grid", "M%s %sv5".formatted(at(x(i)), at(HEAD + HEIGHT)));
            svg.text("tick middle", x(i), HEAD + HEIGHT + 18, along.values().get(i));
        }
        svg.text("soft middle", (left() + right()) / 2, HEAD + HEIGHT + 40, along.path());
    }

    private List<SvgLabels.Label> labels() {
        var labels = new ArrayList<SvgLabels.Label>();
        for (int i = 0; i < report.variants().size(); i++) {
            List<Estimate> points = figure.estimates().get(i);
            double end = points.stream()
                    .filter(Estimate::isDefined)
                    .mapToDouble(Estimate::mean)
                    .reduce(0, (_, later) -> later);
            labels.add(new SvgLabels.Label(i, report.variants().get(i), y(end * scale.factor())));
        }
        return labels;
    }

    private static double left() {
        return MARGIN + AXIS;
    }

    private static double right() {
        return WIDTH - MARGIN - LABELS;
    }

    private double x(int point) {
        double first = along.places().getFirst();
        double span = along.places().getLast() - first;
        double share = span == 0 ? 0.5 : (along.places().get(point) - first) / span;
        return left() + share * (right() - left());
    }

    private double y(double value) {
        return HEAD + HEIGHT - Math.clamp(values.share(value), 0, 1) * HEIGHT;
    }

    /** A gap where nothing was measured; dots where there are few enough to tell them apart. */
    private String line(List<Estimate> points) {
        var path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < points.size(); i++) {
            double value = points.get(i).mean();
            boolean known = Double.isFinite(value);
            if (known) {
                String here = at(x(i)) + " " + at(y(value * scale.factor()));
                path.append(drawing ? "L" : "M").append(here);
                if (!drawing || points.size() <= MOST_DOTS) {
                    path.append("m-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0m3 0");
                }
            }
            drawing = known;
        }
        return path.toString();
    }

    private String band(List<Estimate> points) {
        var path = new StringBuilder();
        int from = 0;
        for (int i = 0; i <= points.size(); i++) {
            if (i == points.size() || !points.get(i).hasInterval()) {
                outline(path, points, from, i);
                from = i + 1;
            }
        }
        return path.toString();
    }

    private void outline(StringBuilder path, List<Estimate> points, int from, int to) {
        if (from >= to) {
            return;
        }
        for (int i = from; i < to; i++) {
            path.append(i == from ? 'M' : 'L').append(point(i, points.get(i).high()));
        }
        for (int i = to - 1; i >= from; i--) {
            path.append('L').append(point(i, points.get(i).low()));
        }
        path.append('Z');
    }

    private String point(int i, double value) {
        return at(x(i)) + " " + at(y(value * scale.factor()));
    }

    private static String at(double coordinate) {
        return Svg.coordinate(coordinate);
    }
}
