package io.goodput.admission;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A percentile of recent service times, without keeping them: an estimate that goes down by {@code 0.05 · (1 - p)} of
 * itself after a time below it and up by {@code 0.05 · p} after any other, and so rests where the share p is below it.
 * It begins with the first time and rises slowly (twice as high after 140 times, at p = 0.1): too low, it drops too
 * little. Multiplicative frugal streaming (Ma, Muthukrishnan and Sandler, "Frugal Streaming for Estimating Quantiles",
 * 2014).
 */
final class ServiceTimes {
    private static final double STEP = 0.05;

    /** The bits of a double, in nanoseconds; 0 before the first time. */
    private final AtomicLong estimate = new AtomicLong();

    /** Nanoseconds; 0 as long as nothing is known. */
    double estimate() {
        return Double.longBitsToDouble(estimate.get());
    }

    /**
     * One more time. Of two threads that come at once, one may go uncounted.
     *
     * @param nanos >= 0
     * @param p the percentile, between 0 and 1
     */
    void record(long nanos, double p) {
        long bits = estimate.get();
        double old = Double.longBitsToDouble(bits);
        double next = old == 0 ? Math.max(1, nanos) : old * (nanos < old ? 1 - STEP * (1 - p) : 1 + STEP * p);
        estimate.compareAndSet(bits, Double.doubleToRawLongBits(next));
    }
}
