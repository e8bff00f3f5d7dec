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

    /** A copy of the samples, NaN for a window that has none. */
    public double[] values() {
        return values.clone();
    }
}
