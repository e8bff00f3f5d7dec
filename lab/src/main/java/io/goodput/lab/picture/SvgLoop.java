package io.goodput.lab.picture;

import io.goodput.lab.drawing.Axis;
import io.goodput.lab.drawing.Palette;
import io.goodput.lab.drawing.Svg;
import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.wording.Conclusion;
import io.goodput.lab.wording.Figures;
import java.util.ArrayList;
import java.util.Arrays;

/** Goodput against load: the way up solid, the way down dotted, each variant named at the height where the two meet. */
final class SvgLoop {
    private static final double WIDTH = 1000;
    private static final double MARGIN = 24;
    private static final double AXIS = 48;
    private static final double LABELS = 190;
    private static final double HEAD = 84;
    private static final double HEIGHT = 380;
    private static final double FOOT = 56;
    private static final int TICKS = 6;

    private final ScenarioResult report;
    private final LoadLoop loop;
    private final Axis across;
    private final Axis up;
    private final Svg svg;

    private SvgLoop(ScenarioResult report, LoadLoop loop) {
        this.report = report;
        this.loop = loop;
        this.across = Axis.upTo(loop.load()[loop.peak()], TICKS);
        this.up = Axis.upTo(
                report.variants().stream()
                        .flatMapToDouble(variant -> Arrays.stream(LoadLoop.goodput(variant)))
                        .max()
                        .orElse(1),
                TICKS);
        this.svg = new Svg(WIDTH, HEAD + HEIGHT + FOOT, title(), Conclusion.of(report));
    }

    static String render(ScenarioResult report, LoadLoop loop) {
        var picture = new SvgLoop(report, loop);
        picture.draw();
        return picture.svg.finish();
    }

    private String title() {
        return report.scenario() + ": goodput against load";
    }

    private void draw() {
        svg.text("heading", MARGIN, 36, Svg.fit(title(), WIDTH - 2 * MARGIN, 18));
        svg.text(
                "soft",
                MARGIN,
                62,
                "calls/s, mean of " + report.seeds() + " runs; solid: while the load rises; dotted: while it falls");
        frame();
        var labels = new ArrayList<SvgLabels.Label>();
        for (int i = 0; i < report.variants().size(); i++) {
            double[] goodput = LoadLoop.goodput(report.variants().get(i));
            svg.open(Palette.of(i));
            svg.path("line", way(goodput, 0, loop.peak()));
            svg.path("line tail", way(goodput, loop.peak(), goodput.length - 1));
            svg.close();
            labels.add(new SvgLabels.Label(i, report.variants().get(i).name(), y(goodput[loop.peak()])));
        }
        SvgLabels.draw(svg, labels, right(), HEAD + HEIGHT, LABELS);
    }

    private void frame() {
        for (double value : up.ticks()) {
            svg.path("grid", "M%s %sH%s".formatted(at(left()), at(y(value)), at(right())));
            svg.text("tick end", left() - 6, y(value) + 4, Figures.plain(value));
        }
        for (double value : across.ticks()) {
            svg.path("grid", "M%s %sv5".formatted(at(x(value)), at(HEAD + HEIGHT)));
            svg.text("tick middle", x(value), HEAD + HEIGHT + 18, Figures.plain(value));
        }
        svg.text("soft middle", (left() + right()) / 2, HEAD + HEIGHT + 40, "offered load, calls/s");
    }

    private String way(double[] goodput, int from, int to) {
        var path = new StringBuilder();
        for (int i = from; i <= to; i++) {
            path.append(i == from ? 'M' : 'L')
                    .append(at(x(loop.load()[i])))
                    .append(' ')
                    .append(at(y(goodput[i])));
        }
        return path.toString();
    }

    private static double left() {
        return MARGIN + AXIS;
    }

    private static double right() {
        return WIDTH - MARGIN - LABELS;
    }

    private double x(double load) {
        return left() + across.share(load) * (right() - left());
    }

    private double y(double goodput) {
        return HEAD + HEIGHT - up.share(goodput) * HEIGHT;
    }

    private static String at(double coordinate) {
        return Svg.coordinate(coordinate);
    }
}
