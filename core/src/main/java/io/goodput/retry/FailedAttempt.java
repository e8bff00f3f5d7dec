package io.goodput.retry;

import io.goodput.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that has failed, as a {@link RetryPolicy} is told of it.
 *
 * @param number from 1
 * @param outcome how it failed
 * @param retryAfter after which the server wants to be asked again; null if it did not say
 * @param waitedNanos nanoseconds waited before it, 0 before the first
 */
public record FailedAttempt(
        int number, Outcome outcome, @Nullable Duration retryAfter, long waitedNanos) {
    /** One that was sent at once, and whose server said nothing. */
    public static FailedAttempt of(int number, Outcome outcome) {
        return new FailedAttempt(number, outcome, null, 0);
    }

    /** The same, but the server wants to be asked again after that time. */
    public FailedAttempt withRetryAfter(@Nullable Duration time) {
        return new FailedAttempt(number, outcome, time, waitedNanos);
    }

    /** The same, but sent after a wait. */
    public FailedAttempt withWait(long nanos) {
        return new FailedAttempt(number, outcome, retryAfter, nanos);
    }
}
