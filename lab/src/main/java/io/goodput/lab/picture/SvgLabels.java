package io.goodput.lab.picture;

import io.goodput.lab.drawing.Palette;
import io.goodput.lab.drawing.Svg;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names beside the ends of curves, moved apart where curves end together. */
final class SvgLabels {
    /** The height of a line. */
    static final double LINE = 17;

    private static final double LEAD = 18;

    /** A name, and the height at which its curve ends. */
    record Label(int variant, String name, double curve, double y) {
        Label(int variant, String name, double curve) {
            this(variant, name, curve, curve);
        }

        private Label at(double height) {
            return new Label(variant, name, curve, height);
        }
    }

    private SvgLabels() {}

    /** Draws them to the right of a plot that ends at {@code right} and {@code bottom}. */
    static void draw(Svg svg, List<Label> ends, double right, double bottom, double room) {
        for (Label label : placed(ends, bottom)) {
            svg.path(
                    "leader",
                    "M%s %sL%s %s"
                            .formatted(
                                    Svg.coordinate(right + 2),
                                    Svg.coordinate(label.curve()),
                                    Svg.coordinate(right + 14),
                                    Svg.coordinate(label.y())));
            svg.open(Palette.of(label.variant()));
            svg.text("name", right + LEAD, label.y() + 4, Svg.fit(label.name(), room - LEAD, 13));
            svg.close();
        }
    }

    private static List<Label> placed(List<Label> ends, double bottom) {
        var sorted = new ArrayList<>(ends);
        sorted.sort(Comparator.comparingDouble(Label::curve));
        var lowered = new ArrayList<Label>();
        double above = Double.NEGATIVE_INFINITY;
        for (Label label : sorted) {
            above = Math.max(label.curve(), above + LINE);
            lowered.add(label.at(above));
        }
        return raised(lowered, bottom);
    }

    /** What was pushed below the plot moves up again, and takes along what is in its way. */
    private static List<Label> raised(List<Label> labels, double bottom) {
        var raised = new ArrayList<Label>();
        double lowest = bottom;
        for (Label label : labels.reversed()) {
            double y = Math.min(label.y(), lowest);
            raised.add(label.at(y));
            lowest = y - LINE;
        }
        return raised.reversed();
    }
}
