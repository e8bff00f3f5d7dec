package io.goodput.logs.text;

import java.util.Arrays;

/** Figures over time in one line, the highest full: a gap is blank, 0 is a line on the ground. */
final class Sparkline {
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";
    private static final String ASCII = ".:-=+*#@";

    private Sparkline() {}

    /** The line, a character a column; {@link Double#NaN} is a gap. */
    static String of(double[] columns, TextScreen screen) {
        double most = Arrays.stream(columns)
                .filter(height -> !Double.isNaN(height))
                .max()
                .orElse(0);
        String marks = screen.unicode() ? BLOCKS : ASCII;
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
