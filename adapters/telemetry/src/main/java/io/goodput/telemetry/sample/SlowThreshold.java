package io.goodput.telemetry.sample;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * What is slow for an operation: longer than a quantile of what its units took in earlier intervals, or than a limit that
 * is set. It changes only at the turn of an interval, so that it does not depend on what it judges, and a sample of what
 * is not slow is without bias.
 *
 * <p>Times are counted in buckets whose width is 1/16 of their beginning; a time is slow if it lies above the bucket of
 * the quantile, so that never more than the share of the quantile is. Counts are halved once they are many, so that the
 * old is forgotten. Where units are many, only those with certain hashes are counted.
 */
final class SlowThreshold {
    private static final int PRECISION_BITS = 4;
    private static final int BUCKETS = (Long.SIZE - PRECISION_BITS) << PRECISION_BITS;

    /** Times that are counted in an interval, roughly, before some are passed over. */
    private static final int OBSERVED = 1_024;

    private static final int LEAST_ABOVE = 10;
    private static final int MEMORY = 16;

    private final double quantile;
    private final AtomicIntegerArray counts = new AtomicIntegerArray(BUCKETS);
    private volatile long limit;
    private volatile long mask;

    /** How many were counted by the last turn. Only touched there. */
    private long counted;

    private SlowThreshold(double quantile, long limit) {
        this.quantile = quantile;
        this.limit = limit;
    }

    /** Of an operation, as the settings have it. */
    static SlowThreshold of(Sampler.Settings settings, String operation) {
        Duration set = settings.slowLimits().get(operation);
        return set == null
                ? new SlowThreshold(settings.slowQuantile(), Long.MAX_VALUE)
                : new SlowThreshold(1, set.toNanos());
    }

    boolean isExceededBy(long nanos) {
        return nanos > limit;
    }

    /** A unit took that long. Those that are slow are counted too, or it would fall and fall. */
    void learn(long nanos, long hash) {
        if (quantile < 1 && (hash & mask) == 0) {
            counts.getAndIncrement(bucket(Math.max(0, nanos)));
        }
    }

    /** An interval is over. By one thread at a time. */
    void turn() {
        if (quantile == 1) {
            return;
        }
        long total = total();
        long came = Math.max(0, total - counted) * (mask + 1);
        mask = came < 2 * OBSERVED ? 0 : Long.highestOneBit(came / OBSERVED) - 1;
        double enough = LEAST_ABOVE / (1 - quantile);
        if (total >= enough) {
            limit = upperEnd(bucketOf(total));
        }
        counted = total >= MEMORY * Math.max(enough, OBSERVED) ? halve() : total;
    }

    private long total() {
        long total = 0;
        for (int i = 0; i < BUCKETS; i++) {
            total += counts.get(i);
        }
        return total;
    }

    private int bucketOf(long total) {
        double below = total * quantile;
        long sum = 0;
        for (int i = 0; i < BUCKETS; i++) {
            sum += counts.get(i);
            if (sum >= below) {
                return i;
            }
        }
        return BUCKETS - 1;
    }

    private long halve() {
        long left = 0;
        for (int i = 0; i < BUCKETS; i++) {
            int half = counts.get(i) / 2;
            counts.addAndGet(i, -half);
            left += counts.get(i);
        }
        return left;
    }

    static int bucket(long nanos) {
        int shift = Math.max(0, Long.SIZE - 1 - PRECISION_BITS - Long.numberOfLeadingZeros(nanos));
        return (shift << PRECISION_BITS) + (int) (nanos >>> shift);
    }

    /** The highest time in a bucket. */
    static long upperEnd(int bucket) {
        int shift = Math.max(0, (bucket >> PRECISION_BITS) - 1);
        long next = bucket - ((long) shift << PRECISION_BITS) + 1;
        return (next << shift) - 1;
    }
}
