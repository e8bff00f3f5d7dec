package io.goodput.limit;

import java.util.Arrays;

/**
 * The latencies of a window, counted in buckets no wider than a sixteenth of what they hold, and the answers that had
 * none because of overload. Not thread-safe; allocates nothing after it is made.
 */
final class LatencyWindow {
    private static final int SUB_BITS = 4;
    private static final int SUBS = 1 << SUB_BITS;

    private final int[] counts = new int[(Long.SIZE - SUB_BITS) * SUBS];
    private int served;
    private int overloaded;
    private int peak;

    /** An answer after so many nanoseconds; negative counts as 0. */
    void served(long nanos, int inFlight) {
        counts[bucket(Math.max(0, nanos))]++;
        served++;
        peak = Math.max(peak, inFlight);
    }

    /** Refused, or no answer in time. */
    void overloaded(int inFlight) {
        overloaded++;
        peak = Math.max(peak, inFlight);
    }

    /** How many of both. */
    int size() {
        return served + overloaded;
    }

    /** The most that were in flight when one of them ended. */
    int peak() {
        return peak;
    }

    /**
     * The latency that this share does not exceed, in nanoseconds, where overload is longer than any latency: infinite
     * if the share falls among the overloaded.
     */
    double percentile(double share) {
        long rank = (long) Math.ceil(share * size());
        if (rank > served) {
            return Double.POSITIVE_INFINITY;
        }
        int bucket = 0;
        while (rank > counts[bucket]) {
            rank -= counts[bucket++];
        }
        double low = lowest(bucket);
        return low + (double) rank / Math.max(1, counts[bucket]) * (lowest(bucket + 1) - low);
    }

    void clear() {
        Arrays.fill(counts, 0);
        served = 0;
        overloaded = 0;
        peak = 0;
    }

    /** Up to 16 each value has its own; from there on the highest bit and the four after it say which. */
    private static int bucket(long nanos) {
        if (nanos < SUBS) {
            return (int) nanos;
        }
        int shift = Long.SIZE - 1 - SUB_BITS - Long.numberOfLeadingZeros(nanos);
        return shift * SUBS + (int) (nanos >>> shift);
    }

    private static double lowest(int bucket) {
        return bucket < SUBS ? bucket : Math.scalb(bucket % SUBS + SUBS, bucket / SUBS - 1);
    }
}
