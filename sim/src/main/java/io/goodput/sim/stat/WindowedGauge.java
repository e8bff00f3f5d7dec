package io.goodput.sim.stat;

import java.util.Arrays;

/** A level, such as the length of a queue, sampled once in each window of a run: the last sample counts. */
public final class WindowedGauge {
    private final Windows windows;
    private final double[] values;

    /** Nothing sampled yet. */
    public WindowedGauge(Windows windows) {
        this.windows = windows;
        this.values = new double[windows.count()];
        Arrays.fill(values, Double.NaN);
    }

    /**
     * Notes the level; ignored after the last window.
     *
     * @param nanos when, >= 0
     */
    public void sample(long nanos, double value) {
        long index = nanos / windows.nanos();
        if (index < values.length) {
            values[(int) index] = value;
        }
    }

    /** Adds the levels of another one of the same windows; one that has none adds nothing. */
    public void add(WindowedGauge other) {
        if (!windows.equals(other.windows)) {
            throw new IllegalArgumentException("windows: " + other.windows + " (expected: " + windows + ")");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(other.values[i])) {
                values[i] = Double.isNaN(values[i]) ? other.values[i] : values[i] + other.values[i];
            }
        }
    }

    /** A copy of the samples, NaN for a window that has none. */
    public double[] values() {
        return values.clone();
    }
}
