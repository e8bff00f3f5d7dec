package io.goodput.telemetry.scale;

import io.goodput.Range;
import java.util.Arrays;

/**
 * How many times lie in each bucket of the {@link TimeScale}; empty buckets are left out. Quantiles of several are
 * those of their sum: a mean of quantiles is none. Immutable.
 */
public final class TimeCounts {
    /** No time. */
    public static final TimeCounts NONE = new TimeCounts(new int[0], new long[0]);

    private static final double ROUNDED = 1 - 1e-12;

    private final int[] buckets;
    private final long[] counts;
    private final long total;

    private TimeCounts(int[] buckets, long[] counts) {
        this.buckets = buckets;
        this.counts = counts;
        this.total = Arrays.stream(counts).sum();
    }

    /** Of the numbers in all buckets, from the first. */
    public static TimeCounts of(long[] all) {
        int[] there = new int[all.length];
        long[] many = new long[all.length];
        int size = 0;
        for (int bucket = 0; bucket < all.length; bucket++) {
            if (all[bucket] != 0) {
                there[size] = bucket;
                many[size++] = all[bucket];
            }
        }
        return size == 0 ? NONE : new TimeCounts(Arrays.copyOf(there, size), Arrays.copyOf(many, size));
    }

    /** How many times. */
    public long total() {
        return total;
    }

    /** Adds these to the numbers of all buckets. */
    public void addTo(long[] all) {
        for (int i = 0; i < buckets.length; i++) {
            all[buckets[i]] += counts[i];
        }
    }

    /** All of both. */
    public TimeCounts plus(TimeCounts other) {
        long[] all = new long[TimeScale.BUCKETS];
        addTo(all);
        other.addTo(all);
        return of(all);
    }

    /**
     * The time that a share of all does not exceed, in nanoseconds: the longest of its bucket, so at most 6.25 % too
     * much. 0 where there is none.
     *
     * @param share from 0 to 1: 0.99
     */
    public long quantile(double share) {
        double exact = Range.SHARE.check("share", share) * total;
        long rank =
                Math.max(1, (long) Math.ceil(exact * ROUNDED)); // 0.999 of 1,000 is 999, whatever a double makes of it
        long seen = 0;
        for (int i = 0; i < buckets.length; i++) {
            seen += counts[i];
            if (seen >= rank) {
                return TimeScale.longest(buckets[i]);
            }
        }
        return 0;
    }

    /** How many times are below 2<sup>power</sup> nanoseconds, exactly. */
    public long below(int power) {
        int end = TimeScale.bucket((1L << power) - 1);
        long sum = 0;
        for (int i = 0; i < buckets.length && buckets[i] <= end; i++) {
            sum += counts[i];
        }
        return sum;
    }

    /** Hears of times that were counted together. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * So many times of about that length.
         *
         * @param longest the longest that they may be, in nanoseconds
         */
        void times(long longest, long many);
    }

    /**
     * Tells of all times, the shortest first, in so many steps at most: where there are more buckets, neighbours are
     * told together.
     */
    public void each(int most, Visitor visitor) {
        int together = (buckets.length + most - 1) / most;
        for (int i = 0; i < buckets.length; i += together) {
            int end = Math.min(buckets.length, i + together);
            visitor.times(
                    TimeScale.longest(buckets[end - 1]),
                    Arrays.stream(counts, i, end).sum());
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeCounts times
                && Arrays.equals(buckets, times.buckets)
                && Arrays.equals(counts, times.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(buckets) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "TimeCounts[total=" + total + ", p50=" + quantile(0.5) + ", p99=" + quantile(0.99) + "]";
    }
}
