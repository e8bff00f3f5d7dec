package io.goodput.sim.stat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What many runs did in one window of time: their mean, and the 5th and 95th percentile between which nine of ten lie.
 * It shows how the runs differ, which no interval of the mean does.
 *
 * @param mean of the runs
 * @param p5 fifth percentile of the runs
 * @param p95 95th percentile of the runs
 */
public record Band(double mean, double p5, double p95) {
    /**
     * The bands of some runs, one for each window. A run that has NaN in a window is left out there; where all have,
     * the band is NaN.
     *
     * @param series by run, then by window; at least one run, all of one length
     */
    public static List<Band> across(double[][] series) {
        if (series.length == 0) {
            throw new IllegalArgumentException("runs: 0 (expected: > 0)");
        }
        int windows = series[0].length;
        for (double[] run : series) {
            if (run.length != windows) {
                throw new IllegalArgumentException("windows: " + run.length + " (expected: " + windows + " as before)");
            }
        }
        return IntStream.range(0, windows)
                .mapToObj(window ->
                        of(Arrays.stream(series).mapToDouble(run -> run[window]).toArray()))
                .toList();
    }

    private static Band of(double[] runs) {
        double[] sorted = Arrays.stream(runs)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return new Band(
                Arrays.stream(sorted).average().orElse(Double.NaN), quantile(sorted, 0.05), quantile(sorted, 0.95));
    }

    /** Linear between the two nearest values: type 7 of Hyndman and Fan, "Sample quantiles", 1996. */
    private static double quantile(double[] sorted, double p) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double rank = p * (sorted.length - 1);
        int below = (int) rank;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }
}
