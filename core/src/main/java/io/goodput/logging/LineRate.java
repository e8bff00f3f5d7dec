package io.goodput.logging;

import java.lang.System.Logger.Level;

/**
 * How many lines of one kind are written, as a bucket counts it.
 *
 * @param spacing nanoseconds between two
 * @param room nanoseconds that a whole burst takes to come back
 */
record LineRate(long spacing, long room) {
    private static final double NANOS = 1e9;

    /** Errors are written once in an interval, however low the rate. */
    static LineRate of(LogLimiter.Settings settings, Level level) {
        long rated = (long) Math.ceil(NANOS / settings.perSecond());
        long spacing =
                level == Level.ERROR ? Math.min(rated, settings.interval().toNanos()) : rated;
        return new LineRate(spacing, spacing * settings.burst());
    }
}
