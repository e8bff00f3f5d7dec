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

    /** How it stands to a bar: that the figure is 1, within that share. An interval wider than the bar says nothing. */
    String against(double share) {
        boolean within = least >= 1 - share && most <= 1 + share;
        boolean beyond = least > 1 + share || most < 1 - share;
        return within ? "within" : beyond ? "missed" : "interval wider than the bar";
    }

    /** Two cells of a table. */
    String cells() {
        return String.format(Locale.ROOT, "%.3f | %.3f–%.3f", median, least, most);
    }
}
