package io.goodput.lab.picture;

import io.goodput.lab.drawing.Palette;
import io.goodput.lab.drawing.Svg;
import io.goodput.lab.result.SweepResult;
import io.goodput.lab.result.SweepResult.Figure;
import io.goodput.lab.result.SweepResult.Varied;
import io.goodput.lab.wording.Figures;
import io.goodput.lab.wording.Scale;
import io.goodput.lab.wording.SweepWords;
import io.goodput.sim.Estimate;
import java.util.List;

/**
 * One figure over the values of two keys: a map for each variant, the first key from left to right, the second from
 * bottom to top, each cell with its figure written in it. All maps of a figure are of one scale.
 */
final class SweepHeat {
    private static final double MARGIN = 24;
    private static final double HEAD = 84;
    private static final double CAPTION = 26;
    private static final double FOOT = 52;
    private static final double SIDE = 84;
    private static final double MAP = 392;
    private static final double GAP = 40;
    private static final double ROW = 26;
    private static final double SMALLEST_TEXT = 26;
    private static final int ABREAST = 2;

    private final SweepResult report;
    private final Figure figure;
    private final Varied along;
    private final Varied up;
    private final Scale scale;
    private final double largest;
    private final Svg svg;

    private SweepHeat(SweepResult report, Figure figure) {
        this.report = report;
        this.figure = figure;
        along = report.axes().getFirst();
        up = report.axes().getLast();
        scale = SweepWords.scale(figure);
        largest = figure.isShare() ? 1 : largest();
        int rows = Math.ceilDiv(report.variants().size(), ABREAST);
        int columns = Math.min(ABREAST, report.variants().size());
        double width = 2 * MARGIN + columns * (SIDE + MAP) + (columns - 1) * GAP;
        svg = new Svg(width, HEAD + rows * panel(), title(), report.runs().about());
    }

    static String render(SweepResult report, Figure figure) {
        var picture = new SweepHeat(report, figure);
        picture.head();
        for (int i = 0; i < report.variants().size(); i++) {
            picture.map(i);
        }
        return picture.svg.finish();
    }

    private double largest() {
        return figure.all().stream()
                .mapToDouble(Estimate::mean)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
    }

    private String title() {
        return report.title() + ": " + SweepWords.heading(figure);
    }

    private double height() {
        return Math.max(ROW, Math.min(60, 240.0 / up.values().size()))
                * up.values().size();
    }

    private double panel() {
        return CAPTION + height() + FOOT;
    }

    /** The title, and the scale from nothing to the most. */
    private void head() {
        svg.text("heading", MARGIN, 36, Svg.fit(title(), MAP + SIDE, 18));
        double each = 14;
        svg.text("tick", MARGIN, 64, "0");
        for (int i = 0; i <= 10; i++) {
            svg.cell(Cividis.of(i / 10.0), MARGIN + 12 + i * each, 54, each, 12);
        }
        svg.text("tick", MARGIN + 18 + 11 * each, 64, Figures.number(largest * scale.factor()));
    }

    private void map(int variant) {
        double left = MARGIN + SIDE + variant % ABREAST * (SIDE + MAP + GAP);
        int row = variant / ABREAST;
        double top = HEAD + row * panel() + CAPTION;
        double width = MAP / along.values().size();
        double height = height() / up.values().size();
        svg.open(Palette.of(variant))
                .text("name", left, top - 10, Svg.fit(report.variants().get(variant), MAP, 13));
        svg.close();
        List<Estimate> points = figure.estimates().get(variant);
        for (int x = 0; x < along.values().size(); x++) {
            for (int y = 0; y < up.values().size(); y++) {
                double mean = points.get(x * up.values().size() + y).mean();
                cell(mean, left + x * width, top + height() - (y + 1) * height, width, height);
            }
        }
        labels(left, top, width, height);
    }

    private void cell(double mean, double x, double y, double width, double height) {
        double share = mean / largest;
        String colour = Double.isFinite(share) ? Cividis.of(share) : "#8888";
        svg.cell(colour, x, y, width - 1, height - 1);
        if (width >= SMALLEST_TEXT) {
            String text = Double.isFinite(mean) ? Figures.number(mean * scale.factor()) : Figures.ABSENT;
            svg.textIn(Cividis.ink(share), x + width / 2, y + height / 2 + 4, Svg.fit(text, width, 10));
        }
    }

    private void labels(double left, double top, double width, double height) {
        int each = (int) Math.ceil(44 / width);
        for (int x = 0; x < along.values().size(); x += each) {
            svg.text(
                    "tick middle",
                    left + (x + 0.5) * width,
                    top + height() + 16,
                    along.values().get(x));
        }
        for (int y = 0; y < up.values().size(); y++) {
            svg.text(
                    "tick end",
                    left - 6,
                    top + height() - (y + 0.5) * height + 4,
                    Svg.fit(up.values().get(y), SIDE, 11));
        }
        svg.text("small soft middle", left + MAP / 2, top + height() + 36, Svg.fit(along.path(), MAP, 11));
        svg.text(
                "small soft",
                left - SIDE,
                top - 10,
                Svg.fit(up.path().substring(up.path().lastIndexOf('.') + 1), SIDE, 11));
    }
}
