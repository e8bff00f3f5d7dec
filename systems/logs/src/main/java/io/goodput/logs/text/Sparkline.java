package io.goodput.logs.text;

import io.goodput.screen.Screen;
import java.util.Arrays;

/** Figures over time in one line, the highest full: a gap is blank, 0 is a line on the ground. */
final class Sparkline {
    private Sparkline() {}

    /** The line, a character a column; {@link Double#NaN} is a gap. */
    static String of(double[] columns, Screen screen) {
        double most = Arrays.stream(columns)
                .filter(height -> !Double.isNaN(height))
                .max()
                .orElse(0);
        String marks = screen.levels();
        var line = new StringBuilder(columns.length);
        for (double height : columns) {
            line.append(Double.isNaN(height) ? ' ' : height <= 0 ? '_' : marks.charAt(step(height / most, marks)));
        }
        return line.toString();
    }

    private static int step(double share, String marks) {
        return Math.clamp((int) Math.ceil(share * marks.length()) - 1, 0, marks.length() - 1);
    }
}
