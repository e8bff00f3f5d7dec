package io.goodput.sim.stat;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The latencies of each window of a run, or of many runs merged, each kept to within 1 % (an HdrHistogram of two
 * significant digits for each window).
 *
 * <p>A window in which little is recorded keeps a list: a histogram of latencies of seconds takes 27 KB, and with a
 * hundred of them a run would spend more time on clearing and merging empty cells than on its calls. What lies after
 * the last window is not recorded.
 *
 * <p>Recording belongs to one thread. Threads may merge into the same one at once: counts are whole numbers, so the
 * order of merging leaves no mark on the result.
 */
public final class WindowedLatencies {
    private final Windows windows;
    private final @Nullable Window[] recorded;

    /** Nothing recorded yet; a window takes memory from its first latency on. */
    public WindowedLatencies(Windows windows) {
        this.windows = windows;
        this.recorded = new @Nullable Window[windows.count()];
    }

    /** What the run is cut into. */
    public Windows windows() {
        return windows;
    }

    /**
     * Counts one latency.
     *
     * @param now when it was known, in nanoseconds, >= 0
     * @param latencyNanos >= 0
     */
    public void record(long now, long latencyNanos) {
        if (latencyNanos < 0) {
            throw new IllegalArgumentException("latencyNanos: " + latencyNanos + " (expected: >= 0)");
        }
        long index = now / windows.nanos();
        if (index < recorded.length) {
            window((int) index).record(latencyNanos);
        }
    }

    /** Adds what another one of the same windows has recorded. */
    public synchronized void merge(WindowedLatencies other) {
        if (!windows.equals(other.windows)) {
            throw new IllegalArgumentException("windows: " + other.windows + " (expected: " + windows + ")");
        }
        for (int i = 0; i < recorded.length; i++) {
            Window added = other.recorded[i];
            if (added != null) {
                window(i).merge(added);
            }
        }
    }

    /**
     * The latency in nanoseconds that this share of those of a window do not exceed; NaN if it has none.
     *
     * @param window index from 0
     * @param p from 0 to 1, such as 0.99
     */
    public synchronized double percentile(int window, double p) {
        if (window < 0 || window >= recorded.length) {
            throw new IllegalArgumentException("window: " + window + " (expected: >= 0 and < " + recorded.length + ")");
        }
        Window latencies = recorded[window];
        return (latencies == null ? Window.empty() : latencies.histogram()).percentile(p);
    }

    private Window window(int index) {
        Window window = recorded[index];
        if (window == null) {
            window = new Window();
            recorded[index] = window;
        }
        return window;
    }

    /** The latencies of one window: a list while they are few, then a histogram. */
    private static final class Window {
        private static final int SIGNIFICANT_DIGITS = 2;
        private static final int FIRST_LISTED = 32;

        /** 8 KB: less than the histogram would take, unless all latencies are of microseconds. */
        private static final int MOST_LISTED = 1_024;

        private long[] listed = new long[FIRST_LISTED];
        private int count;
        private @Nullable LatencyHistogram histogram;

        static LatencyHistogram empty() {
            return new LatencyHistogram(SIGNIFICANT_DIGITS);
        }

        void record(long nanos) {
            if (histogram == null && count == MOST_LISTED) {
                histogram();
            }
            if (histogram != null) {
                histogram.record(nanos);
                return;
            }
            if (count == listed.length) {
                listed = Arrays.copyOf(listed, 2 * count);
            }
            listed[count++] = nanos;
        }

        void merge(Window other) {
            if (other.histogram != null) {
                histogram().merge(other.histogram);
            }
            for (int i = 0; i < other.count; i++) {
                record(other.listed[i]);
            }
        }

        /** The list becomes a histogram, whose figures do not depend on when it did. */
        LatencyHistogram histogram() {
            LatencyHistogram all = histogram;
            if (all == null) {
                all = empty();
                for (int i = 0; i < count; i++) {
                    all.record(listed[i]);
                }
                histogram = all;
                listed = new long[0];
                count = 0;
            }
            return all;
        }
    }
}
