package io.goodput.latency;

import io.goodput.bounds.Expected;
import java.util.Arrays;

/** Some latencies in nanoseconds, sorted and counted. Immutable. */
public final class Latencies {
    /** The percentile of nothing. */
    public static final long NONE = -1;

    /** What arithmetic on shares may be wrong by; far less than one sample of as many as can be counted here. */
    private static final double ROUNDING = 1e-12;

    private final long[] values;

    /** How many latencies are as long as the value at the same place, or shorter. */
    private final long[] upTo;

    private Latencies(long[] values, long[] upTo) {
        this.values = values;
        this.upTo = upTo;
    }

    /**
     * Measured one by one.
     *
     * @param nanos each >= 0, in any order; copied
     */
    public static Latencies of(long... nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        long[] ones = new long[sorted.length];
        Arrays.fill(ones, 1);
        return ofCounts(sorted, ones);
    }

    /**
     * From a histogram.
     *
     * @param nanos ascending, each >= 0
     * @param counts how often each was seen, >= 0
     */
    public static Latencies ofCounts(long[] nanos, long[] counts) {
        if (nanos.length != counts.length) {
            throw Expected.refused("counts", counts.length, String.valueOf(nanos.length));
        }
        long shorter = 0;
        for (int i = 0; i < nanos.length; i++) {
            Expected.atLeast("nanos", nanos[i], shorter);
            Expected.atLeast("counts", counts[i], 0);
            shorter = nanos[i];
        }
        return sorted(nanos, counts, nanos.length);
    }

    /** The first so many of both, which are known to be in order. */
    static Latencies sorted(long[] nanos, long[] counts, int length) {
        long[] upTo = Arrays.copyOf(counts, length);
        for (int i = 1; i < length; i++) {
            upTo[i] = Math.addExact(upTo[i - 1], upTo[i]);
        }
        return new Latencies(Arrays.copyOf(nanos, length), upTo);
    }

    /** How many there are. */
    public long count() {
        return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
    }

    /**
     * The shortest of these latencies that so many percent of all do not exceed (the nearest rank), in nanoseconds;
     * {@link #NONE} of nothing.
     *
     * @param p from 0 to 100, such as 99.9
     */
    public long percentile(double p) {
        return percentile(p, new Latencies(new long[0], new long[0]));
    }

    /**
     * The same, where some others were given up before they ended and only took at least so long: the estimate of
     * Kaplan and Meier (JASA 53, 1958). To leave those out would make the percentile too short, and to take them for
     * ended would as well. It is unbiased where the instant of giving up has nothing to do with how long that one would
     * still have taken. Where more were given up than the percentile leaves room for, it is the longest time known,
     * ended or not.
     *
     * @param unfinished how long the others took before they were given up
     */
    public long percentile(double p, Latencies unfinished) {
        if (!(p >= 0 && p <= 100)) {
            throw Expected.refused("p", p, ">= 0 and <= 100");
        }
        if (count() == 0) {
            return NONE;
        }
        double beyond = 1 - p / 100 + ROUNDING;
        double longer = 1;
        long left = count() + unfinished.count();
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            for (; next < unfinished.values.length && unfinished.values[next] < values[i]; next++) {
                left -= unfinished.countAt(next);
            }
            if (countAt(i) > 0) {
                longer *= (double) (left - countAt(i)) / left;
                left -= countAt(i);
                if (longer <= beyond) {
                    return values[i];
                }
            }
        }
        return Math.max(last(values), last(unfinished.values));
    }

    private long countAt(int i) {
        return i == 0 ? upTo[0] : upTo[i] - upTo[i - 1];
    }

    private static long last(long[] values) {
        return values.length == 0 ? 0 : values[values.length - 1];
    }
}
