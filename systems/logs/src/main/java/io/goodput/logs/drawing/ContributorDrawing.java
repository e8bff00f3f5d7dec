package io.goodput.logs.drawing;

import static io.goodput.logs.drawing.Drawing.number;

import io.goodput.logs.contributors.RankedContributor;
import io.goodput.logs.drawing.Drawing.Shape;
import io.goodput.logs.figures.SeriesColumns;
import io.goodput.logs.wording.ContributorWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What one contributor did over time: all its units as a band, and in it those that failed. A gap has no band. */
public final class ContributorDrawing {
    private static final double HEIGHT = 24;
    private static final int COLUMNS = 120;
    private static final double STEP = 5;

    /** Nothing is a line on the ground, so that it is told from a gap. */
    private static final double LINE = 0.5;

    private ContributorDrawing() {}

    /** The picture. */
    public static Drawing of(RankedContributor one) {
        double[] counts = SeriesColumns.of(one.counts(), COLUMNS);
        double most = Arrays.stream(counts)
                .filter(count -> !Double.isNaN(count))
                .max()
                .orElse(0);
        List<Shape> shapes = new ArrayList<>();
        shapes.add(new Shape.Line("flow", band(counts, most, LINE)));
        if (one.failures() > 0) {
            shapes.add(new Shape.Line("failed", band(SeriesColumns.of(one.failed(), COLUMNS), most, 0)));
        }
        return new Drawing(counts.length * STEP, HEIGHT, ContributorWords.label(one), true, shapes);
    }

    /** From the ground up and back to it, once for each stretch without a gap. */
    private static String band(double[] columns, double most, double least) {
        var data = new StringBuilder();
        boolean isOpen = false;
        for (int i = 0; i < columns.length; i++) {
            boolean isGap = Double.isNaN(columns[i]);
            if (isOpen && isGap) {
                data.append("V").append(number(HEIGHT)).append("z");
            } else if (!isGap) {
                data.append(isOpen ? "" : "M%s %s".formatted(number(i * STEP), number(HEIGHT)))
                        .append("V%sh%s".formatted(number(top(columns[i], most, least)), number(STEP)));
            }
            isOpen = !isGap;
        }
        return isOpen ? data.append("V").append(number(HEIGHT)).append("z").toString() : data.toString();
    }

    private static double top(double value, double most, double least) {
        return HEIGHT - Math.max(least, most == 0 ? 0 : value / most * HEIGHT);
    }
}
