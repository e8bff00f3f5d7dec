package io.goodput.sim;

/**
 * A figure with its 95 % confidence interval.
 *
 * <p>{@code mean} is NaN where there was nothing to measure; {@code low} and {@code high} are NaN where one sample
 * leaves no interval to speak of.
 */
public record Estimate(double mean, double low, double high) {
    /** Nothing was measured. */
    public static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, Double.NaN);

    /** True if there is a figure at all. */
    public boolean isDefined() {
        return !Double.isNaN(mean);
    }

    /** True if the interval is known. */
    public boolean hasInterval() {
        return !Double.isNaN(low);
    }
}
