package io.goodput.telemetry.sample;

import io.goodput.telemetry.scale.TimeScale;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * What is slow for an operation: longer than a quantile of what its units took in earlier intervals, or than a limit
 * that is set. It changes only at the turn of an interval, so that it does not depend on what it judges, and a sample
 * of what is not slow is without bias.
 *
 * <p>Times are counted in the buckets of the {@link TimeScale}; a time is slow if it lies above the bucket of the
 * quantile, so that no larger share than that is. Counts are halved once they are many, so that the old is forgotten.
 * Where units are many, only those with certain hashes are counted.
 */
final class SlowThreshold {
    /** Times that are counted in an interval, roughly, before some are passed over. */
    private static final int OBSERVED = 1_024;

    private static final int LEAST_ABOVE = 10;
    private static final int MEMORY = 16;

    private final double quantile;
    private final AtomicIntegerArray counts = new AtomicIntegerArray(TimeScale.BUCKETS);
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
            counts.getAndIncrement(TimeScale.bucket(nanos));
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
            limit = TimeScale.longest(bucketOf(total));
        }
        counted = total >= MEMORY * Math.max(enough, OBSERVED) ? halve() : total;
    }

    private long total() {
        long total = 0;
        for (int i = 0; i < TimeScale.BUCKETS; i++) {
            total += counts.get(i);
        }
        return total;
    }

    private int bucketOf(long total) {
        double below = total * quantile;
        long sum = 0;
        for (int i = 0; i < TimeScale.BUCKETS; i++) {
            sum += counts.get(i);
            if (sum >= below) {
                return i;
            }
        }
        return TimeScale.BUCKETS - 1;
    }

    private long halve() {
        long left = 0;
        for (int i = 0; i < TimeScale.BUCKETS; i++) {
            int half = counts.get(i) / 2;
            counts.addAndGet(i, -half);
            left += counts.get(i);
        }
        return left;
    }
}
