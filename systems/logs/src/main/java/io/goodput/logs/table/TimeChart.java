package io.goodput.logs.table;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/** A figure over time as columns of a terminal: a gap is blank, 0 is a line on the ground. */
public final class TimeChart {
    private static final int HEIGHT = 8;
    private static final String BLOCKS = " ▁▂▃▄▅▆▇█";
    private static final int PER_LINE = BLOCKS.length() - 1;

    private TimeChart() {}

    /**
     * The lines, each ended; empty without two points of time.
     *
     * @param table the first column is the time, ascending; the last is the figure
     * @param step between two points that are neighbours: what is missing between others is a gap
     * @param width in characters
     * @param hasBlocks whether the terminal has more than ASCII
     */
    public static String render(ResultTable table, Duration step, int width, boolean hasBlocks) {
        int figure = table.columns().size() - 1;
        var points = table.rows().stream()
                .filter(row -> row.getFirst() instanceof Instant)
                .toList();
        if (points.size() < 2) {
            return "";
        }
        var first = (Instant) points.getFirst().getFirst();
        var last = (Instant) points.getLast().getFirst();
        if (first == null || last == null) {
            return "";
        }
        long steps = Duration.between(first, last).dividedBy(step) + 1;
        int columns = Math.clamp(steps, 1, width - 10);
        double[] heights = new double[columns];
        Arrays.fill(heights, Double.NaN);
        for (var point : points) {
            if (point.getFirst() instanceof Instant at && point.get(figure) instanceof Number number) {
                int column = (int) (Duration.between(first, at).dividedBy(step) * columns / steps);
                heights[column] = Double.isNaN(heights[column])
                        ? number.doubleValue()
                        : Math.max(heights[column], number.doubleValue());
            }
        }
        return draw(heights, hasBlocks) + axis(first, last, columns);
    }

    private static String draw(double[] heights, boolean hasBlocks) {
        double most = Arrays.stream(heights)
                .filter(height -> !Double.isNaN(height))
                .max()
                .orElse(0);
        var chart = new StringBuilder();
        for (int line = HEIGHT - 1; line >= 0; line--) {
            var bars = new StringBuilder();
            for (double height : heights) {
                bars.append(mark(height, most, line, hasBlocks));
            }
            String label = line == HEIGHT - 1 ? figure(most) : line == 0 ? "0" : "";
            chart.append("%8s  ".formatted(label)).append(bars.toString().stripTrailing());
            chart.append('\n');
        }
        return chart.toString();
    }

    private static char mark(double height, double most, int line, boolean hasBlocks) {
        if (Double.isNaN(height)) {
            return ' ';
        }
        long eighths = most <= 0 ? 0 : Math.round(height / most * HEIGHT * PER_LINE) - (long) line * PER_LINE;
        if (eighths <= 0) {
            return line == 0 ? '_' : ' ';
        }
        return hasBlocks ? BLOCKS.charAt((int) Math.min(PER_LINE, eighths)) : '#';
    }

    private static String axis(Instant first, Instant last, int columns) {
        String from = TableValues.exact(first);
        String to = TableValues.exact(last);
        int between = columns - from.length() - to.length();
        return " ".repeat(10) + (between < 1 ? from + " .. " + to : from + " ".repeat(between) + to) + "\n";
    }

    private static String figure(double number) {
        return number >= 100 ? String.format(Locale.ROOT, "%.0f", number) : String.format(Locale.ROOT, "%.2f", number);
    }
}
