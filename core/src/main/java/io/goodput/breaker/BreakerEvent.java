package io.goodput.breaker;

import org.jspecify.annotations.Nullable;

/** What a {@link Breaker} tells of itself: how much it lets through has changed. */
public sealed interface BreakerEvent {
    /**
     * Whose breaker, in a {@link KeyedBreaker}; null for that of all that has no key, and for one that stands alone.
     */
    @Nullable Object key();

    /** When, in nanoseconds of the ticker. */
    long at();

    /**
     * A {@link ProportionalBreaker} lets another share of the calls through.
     *
     * @param from the share before, from 0 to 1
     * @param to the share from now on
     * @param failing the share of failures in the window that is over
     */
    record ShareChanged(@Nullable Object key, double from, double to, double failing, long at)
            implements BreakerEvent {}

    /**
     * A {@link CircuitBreaker} has gone from one state to another.
     *
     * @param from the state before
     * @param to the state from now on
     */
    record StateChanged(@Nullable Object key, CircuitBreaker.State from, CircuitBreaker.State to, long at)
            implements BreakerEvent {}
}
