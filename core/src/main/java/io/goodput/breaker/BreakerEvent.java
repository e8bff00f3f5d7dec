package io.goodput.breaker;

import io.goodput.bounds.Shown;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Breaker} tells of itself: how much it lets through has changed. The text of an event is a line for a
 * log: {@code inventory: breaker of shard 7: CLOSED to OPEN}.
 */
public sealed interface BreakerEvent {
    /** The guard that it is in, as those hear who listen to the {@link KeyedBreaker}; null in none. */
    @Nullable String guard();

    /**
     * Whose breaker, in a {@link KeyedBreaker}; null for that of all that has no key, and for one that stands alone.
     */
    @Nullable Object key();

    /** When, in nanoseconds of the ticker. */
    long at();

    /** The same of a breaker in that guard. */
    BreakerEvent in(@Nullable String guard);

    /**
     * A {@link ProportionalBreaker} lets another share of the calls through.
     *
     * @param from the share before, from 0 to 1
     * @param to the share from now on
     * @param failing the share of failures in the window that is over
     */
    record ShareChanged(@Nullable String guard, @Nullable Object key, double from, double to, double failing, long at)
            implements BreakerEvent {
        /** Of a breaker in no guard. */
        public ShareChanged(@Nullable Object key, double from, double to, double failing, long at) {
            this(null, key, from, to, failing, at);
        }

        @Override
        public ShareChanged in(@Nullable String guard) {
            return new ShareChanged(guard, key, from, to, failing, at);
        }

        @Override
        public String toString() {
            return text(
                    this,
                    "%s of the calls let through (before: %s, failing: %s)"
                            .formatted(percent(to), percent(from), percent(failing)));
        }
    }

    /**
     * A {@link CircuitBreaker} has gone from one state to another.
     *
     * @param from the state before
     * @param to the state from now on
     */
    record StateChanged(
            @Nullable String guard, @Nullable Object key, CircuitBreaker.State from, CircuitBreaker.State to, long at)
            implements BreakerEvent {
        /** Of a breaker in no guard. */
        public StateChanged(@Nullable Object key, CircuitBreaker.State from, CircuitBreaker.State to, long at) {
            this(null, key, from, to, at);
        }

        @Override
        public StateChanged in(@Nullable String guard) {
            return new StateChanged(guard, key, from, to, at);
        }

        @Override
        public String toString() {
            return text(this, from + " to " + to);
        }
    }

    private static String text(BreakerEvent event, String what) {
        String whose = event.key() == null ? "breaker" : "breaker of " + event.key();
        return Shown.line((event.guard() == null ? "" : event.guard() + ": ") + whose + ": " + what);
    }

    private static String percent(double share) {
        return Shown.of(Math.rint(1_000 * share) / 10) + " %";
    }
}
