package io.goodput.load.fit;

import java.util.Arrays;

/**
 * How well a law fits what was measured.
 *
 * @param r2 share of the variance that it explains, 1 at best; below 0 if the mean alone would be nearer
 * @param largestResidual the worst point, relative to what was measured there
 */
public record Goodness(double r2, double largestResidual) {
    /** Below this share nothing is concluded from a fit. */
    public static final double LEAST_R2 = 0.9;

    /** What varies by less is as good as constant, and a share of its variance says nothing. */
    private static final double CONSTANT = 0.1;

    /** Of as many predictions as there are measurements. */
    public static Goodness of(double[] measured, double[] predicted) {
        double mean = Arrays.stream(measured).average().orElse(Double.NaN);
        double squares = 0;
        double variance = 0;
        double largest = 0;
        for (int i = 0; i < measured.length; i++) {
            double residual = measured[i] - predicted[i];
            squares += residual * residual;
            variance += (measured[i] - mean) * (measured[i] - mean);
            largest = Math.max(largest, Math.abs(residual / measured[i]));
        }
        double unexplained = variance > 0 ? squares / variance : squares > 0 ? Double.POSITIVE_INFINITY : 0;
        return new Goodness(1 - unexplained, largest);
    }

    /** True if R² is at least 0.9, or no point is off by more than a tenth. */
    public boolean isGood() {
        return r2 >= LEAST_R2 || largestResidual <= CONSTANT;
    }
}
