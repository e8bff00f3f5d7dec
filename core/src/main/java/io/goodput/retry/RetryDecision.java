package io.goodput.retry;

import io.goodput.Refusal;

/** What a {@link RetryPolicy} answers when an attempt has failed. */
public sealed interface RetryDecision permits RetryDecision.Retry, RetryDecision.Stop {
    /**
     * Try again.
     *
     * @param at the instant to send the next attempt, as the ticker reads it
     * @param delay nanoseconds from now until then
     * @param taken microtokens that the budget gave for it, 0 without a budget
     */
    record Retry(long at, long delay, long taken) implements RetryDecision {}

    /** Let it be. */
    record Stop(Refusal why) implements RetryDecision {
        @Override
        public String toString() {
            return why.toString();
        }
    }
}
