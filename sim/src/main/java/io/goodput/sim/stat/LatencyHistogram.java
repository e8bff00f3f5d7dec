package io.goodput.sim.stat;

import org.HdrHistogram.Histogram;

/**
 * Latencies in nanoseconds, each kept to within 0.1 % (an HdrHistogram of three significant digits, unless it is made
 * with fewer).
 *
 * <p>Grows with its longest value: 50 KB at a millisecond, 170 KB at a second, an eighth of that for each digit fewer.
 * What lasts longer than {@link #MAX_NANOS} is recorded as that and counted in {@link #saturated()}. Belongs to one
 * thread.
 */
public final class LatencyHistogram {
    /** The longest latency told apart: 2<sup>42</sup> ns, 73 minutes. */
    public static final long MAX_NANOS = 1L << 42;

    private static final int SIGNIFICANT_DIGITS = 3;

    private final Histogram histogram;
    private long saturated;

    /** An empty histogram. */
    public LatencyHistogram() {
        this(SIGNIFICANT_DIGITS);
    }

    /** An empty histogram of so many digits; only those of as many are to be merged. */
    LatencyHistogram(int significantDigits) {
        histogram = new Histogram(significantDigits);
    }

    /**
     * Counts one latency.
     *
     * @param nanos >= 0
     */
    public void record(long nanos) {
        if (nanos < 0) {
            throw new IllegalArgumentException("nanos: " + nanos + " (expected: >= 0)");
        }
        if (nanos > MAX_NANOS) {
            saturated++;
            histogram.recordValue(MAX_NANOS);
        } else {
            histogram.recordValue(nanos);
        }
    }

    /** Adds what another one has counted. Any order of merging gives the same histogram. */
    public void merge(LatencyHistogram other) {
        histogram.add(other.histogram);
        saturated += other.saturated;
    }

    /** Forgets everything, but keeps the memory. */
    public void clear() {
        histogram.reset();
        saturated = 0;
    }

    /** How many latencies were recorded. */
    public long count() {
        return histogram.getTotalCount();
    }

    /** How many of them were longer than {@link #MAX_NANOS}. */
    public long saturated() {
        return saturated;
    }

    /** The mean in nanoseconds; NaN of nothing. */
    public double mean() {
        return count() == 0 ? Double.NaN : histogram.getMean();
    }

    /**
     * The latency that this share of all do not exceed, in nanoseconds; NaN of nothing.
     *
     * @param p from 0 to 1, such as 0.99
     */
    public double percentile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p: " + p + " (expected: >= 0 and <= 1)");
        }
        return count() == 0 ? Double.NaN : histogram.getValueAtPercentile(100 * p);
    }
}
