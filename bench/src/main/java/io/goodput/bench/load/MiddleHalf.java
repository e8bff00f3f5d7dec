package io.goodput.bench.load;

import java.util.Arrays;
import java.util.Locale;

/**
 * A figure that slices of a run agree on more or less.
 *
 * @param median of all slices
 * @param least above which three quarters of them are
 * @param most below which three quarters of them are
 */
record MiddleHalf(double median, double least, double most) {
    static MiddleHalf of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new MiddleHalf(sorted[sorted.length / 2], sorted[sorted.length / 4], sorted[3 * sorted.length / 4]);
    }

    /** Whether the figure is between those two. An interval wider than the bar says neither. */
    String within(double lowest, double highest) {
        if (least >= lowest && most <= highest) {
            return "yes";
        }
        return least > highest || most < lowest ? "no" : "interval wider than the bar";
    }

    /** Two cells of a table. */
    String cells() {
        return String.format(Locale.ROOT, "%.3f | %.3f–%.3f", median, least, most);
    }
}
