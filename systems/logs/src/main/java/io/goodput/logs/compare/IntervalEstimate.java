package io.goodput.logs.compare;

/**
 * A figure, and between what it lies.
 *
 * @param low negative infinity where nothing is known
 * @param high infinity where nothing is known
 */
public record IntervalEstimate(double value, double low, double high) {
    /**
     * A share, by Wilson.
     *
     * @param share of those that were seen
     * @param size how many were seen; more than 0
     * @param z how many standard errors an interval reaches
     */
    public static IntervalEstimate ofShare(double share, double size, double z) {
        double square = z * z / size;
        double middle = (share + square / 2) / (1 + square);
        double reach = z / (1 + square) * Math.sqrt(share * (1 - share) / size + square / (4 * size));
        return new IntervalEstimate(share, Math.max(0, middle - reach), Math.min(1, middle + reach));
    }

    /** By how much another is more than this one. */
    public IntervalEstimate to(IntervalEstimate other) {
        double difference = other.value - value;
        return new IntervalEstimate(
                difference,
                difference - Math.hypot(other.value - other.low, high - value),
                difference + Math.hypot(other.high - other.value, value - low));
    }

    /** Whether 0 is outside: what lies between is not explained by chance alone. */
    public boolean differsFromNothing() {
        return low > 0 || high < 0;
    }
}
