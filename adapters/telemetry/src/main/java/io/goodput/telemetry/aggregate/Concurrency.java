package io.goodput.telemetry.aggregate;

import io.goodput.meter.TimeIntegral;

/**
 * How many there are at a time, on average over the last one to two seconds: the L of Little's law. Whoever begins or
 * ends pays for one atomic operation, and is never failed by it; all else is work of the thread that asks.
 */
final class Concurrency {
    private static final long WINDOW = 1_000_000_000;

    private final TimeIntegral time = new TimeIntegral();

    // Of the thread that asks: beginnings of this window and the one before, and what the integral was then.
    private long currentAt;
    private long currentTime;
    private long previousAt;
    private long previousTime;

    Concurrency(long now) {
        currentAt = now;
        previousAt = now;
    }

    void began(long now) {
        try {
            time.enter(now);
        } catch (IllegalStateException _) {
            // More than can be counted: it stays at the most.
        }
    }

    /** Those whose beginning nobody told are not among them. */
    void ended(long now) {
        if (time.inside() == 0) {
            return;
        }
        try {
            time.leave(now);
        } catch (IllegalStateException _) {
            // Another one such as this has ended meanwhile.
        }
    }

    /** One thread at a time, and a few times a second. */
    double at(long now) {
        long sum = time.at(now);
        if (now - currentAt >= WINDOW) {
            previousAt = currentAt;
            previousTime = currentTime;
            currentAt = now;
            currentTime = sum;
        }
        long nanos = now - previousAt;
        // Another thread may be a little ahead.
        return nanos <= 0 ? 0 : (double) Math.max(0, TimeIntegral.nanosBetween(sum, previousTime)) / nanos;
    }
}
