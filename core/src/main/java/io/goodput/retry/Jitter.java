package io.goodput.retry;

/**
 * How chance spreads a backoff, so that clients who failed together do not come back together.
 *
 * <p>Formulas from the AWS Architecture Blog, "Exponential Backoff And Jitter"; {@link Backoff#nanos} applies them.
 * Jitter is applied after the cap: the other way round, clients that have reached the cap wait for the same time again.
 * {@link #DECORRELATED}, as published, is the exception.
 */
public enum Jitter {
    /** The whole backoff, every time. Clients stay in step. */
    NONE,
    /** Anything from nothing to the whole backoff: the fewest calls of all. */
    FULL,
    /** Half of the backoff, and anything up to the other half. */
    EQUAL,
    /**
     * Anything from the base to three times the previous wait, at most the cap. The attempt's number plays no part. Two
     * of three clients that have waited for the cap wait for just the cap again: choose a cap that is seldom reached.
     */
    DECORRELATED
}
