package io.goodput.retry;

import java.util.random.RandomGenerator;

/**
 * How chance spreads a backoff, so that clients who failed together do not come back together.
 *
 * <p>Formulas from the AWS Architecture Blog, "Exponential Backoff And Jitter". Jitter is applied after the cap: the
 * other way round, clients that have reached the cap wait for the same time again. {@link #DECORRELATED}, as published,
 * is the exception.
 */
public enum Jitter {
    /** The whole backoff, every time. Clients stay in step. */
    NONE {
        @Override
        long apply(long backoff, long base, long cap, long previous, double draw) {
            return backoff;
        }
    },
    /** Anything from nothing to the whole backoff: the fewest calls of all. */
    FULL {
        @Override
        long apply(long backoff, long base, long cap, long previous, double draw) {
            return (long) (draw * backoff);
        }
    },
    /** Half of the backoff, and anything up to the other half. */
    EQUAL {
        @Override
        long apply(long backoff, long base, long cap, long previous, double draw) {
            long half = backoff / 2;
            return half + (long) (draw * (backoff - half));
        }
    },
    /**
     * Anything from the base to three times the previous wait, at most the cap. The attempt's number plays no part. Two
     * of three clients that have waited for the cap wait for just the cap again: choose a cap that is seldom reached.
     */
    DECORRELATED {
        @Override
        long apply(long backoff, long base, long cap, long previous, double draw) {
            double most = Math.min(3.0 * Math.max(previous, base), Long.MAX_VALUE);
            return Math.min(cap, base + (long) (draw * (most - base)));
        }
    };

    /**
     * The wait in nanoseconds.
     *
     * @param backoff the capped backoff of this retry
     * @param previous the wait before, 0 at the first retry
     * @param draw uniform in [0, 1), from {@link RandomGenerator#nextDouble()}
     */
    abstract long apply(long backoff, long base, long cap, long previous, double draw);
}
