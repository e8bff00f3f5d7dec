package io.goodput.limit;

/** A rate in whole nanoseconds, for buckets that are one number: the time at which they will be full again. */
final class Cells {
    private static final double NANOS_PER_SECOND = 1e9;

    /** Permits in a full bucket. */
    final int burst;

    /** From one permit to the next. */
    final long interval;

    /** In which an empty bucket fills. */
    final long room;

    Cells(RateLimit.Rate rate) {
        this.burst = rate.burst();
        this.interval = (long) Math.ceil(NANOS_PER_SECOND / rate.perSecond());
        this.room = burst * interval;
    }

    /** What has been used of a bucket and not come in again, in nanoseconds. */
    static long used(long full, long now) {
        return Math.max(0, full - now);
    }
}
