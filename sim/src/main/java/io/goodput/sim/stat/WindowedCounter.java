package io.goodput.sim.stat;

import io.goodput.sim.Span;

/**
 * How often something happened in each window of a run.
 *
 * <p>Made for events in the order of their time: as long as they stay in one window, counting divides nothing. What
 * happens after the last window is not counted.
 */
public final class WindowedCounter {
    private final Windows windows;
    private final int[] counts;

    // The window that the last event fell into.
    private int current;
    private long start;
    private long end;

    /** All zero. */
    public WindowedCounter(Windows windows) {
        this.windows = windows;
        this.counts = new int[windows.count()];
        this.end = windows.nanos();
    }

    /**
     * Counts one event.
     *
     * @param nanos when it happened, >= 0
     */
    public void add(long nanos) {
        if (nanos < start || nanos >= end) {
            long index = nanos / windows.nanos();
            if (index >= counts.length) {
                return;
            }
            current = (int) index;
            start = index * windows.nanos();
            end = start + windows.nanos();
        }
        counts[current]++;
    }

    /** Adds what another one of the same windows has counted. */
    public void add(WindowedCounter other) {
        if (!windows.equals(other.windows)) {
            throw new IllegalArgumentException("windows: " + other.windows + " (expected: " + windows + ")");
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] = Math.addExact(counts[i], other.counts[i]);
        }
    }

    /** How often it happened in a span, whose ends must lie on the edges of windows of this run. */
    public long sum(Span span) {
        return windows.sum(counts, span);
    }

    /** How often it happened each second of such a span. */
    public double rate(Span span) {
        return sum(span) / span.seconds();
    }

    /** A copy of the counts, one for each window. */
    public int[] counts() {
        return counts.clone();
    }
}
