package io.goodput.guard;

import io.goodput.Outcome;
import io.goodput.Refusal;
import io.goodput.balance.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * Hears what a {@link Guard} does: how metrics, traces and logs attach. A guard without observers pays nothing.
 *
 * <p>Called on the call's own threads, while it is under way: be quick, and thread-safe. What an observer throws, short
 * of an {@link Error}, is lost, and the call goes on. Instants are readings of the guard's ticker.
 */
public interface GuardObserver {
    /**
     * An attempt has ended, or was given up.
     *
     * @param number from 1
     * @param hedge whether it ran beside an earlier one
     * @param endpoint where it was sent; null where the guard has none
     */
    default void attemptEnded(
            Guard guard,
            int number,
            boolean hedge,
            @Nullable Endpoint endpoint,
            Outcome outcome,
            long startedAt,
            long now) {}

    /** The call waits before another attempt. */
    default void retryScheduled(Guard guard, int attempts, Outcome outcome, long delayNanos, long now) {}

    /** A rule has said no: the call is not sent, or not sent again. */
    default void refused(Guard guard, Refusal refusal, long now) {}

    /** The call is over. */
    default void callEnded(Guard guard, Outcome outcome, int attempts, long startedAt, long now) {}
}
