package io.goodput.retry;

/** What a {@link RetryPolicy} answers when an attempt has failed. */
public sealed interface RetryDecision {
    /**
     * Try again.
     *
     * @param at the instant to send the next attempt, as the ticker reads it
     * @param delay nanoseconds from now until then
     * @param taken microtokens that the budget gave for it, 0 without a budget
     */
    record Retry(long at, long delay, long taken) implements RetryDecision {}

    /**
     * Do not.
     *
     * @param reason the first rule that said no
     * @param why the same with its figures: {@code the cost of retrying (14) exceeds the available retry capacity
     *     (6/500)}
     */
    record Refusal(Reason reason, String why) implements RetryDecision {
        @Override
        public String toString() {
            return reason + ": " + why;
        }
    }

    /** The rules that can refuse a retry, in the order in which they are asked. */
    enum Reason {
        /** The outcome is not one that a retry can mend. */
        NOT_RETRYABLE,
        /** No attempts are left. */
        ATTEMPTS_EXHAUSTED,
        /** The budget has too few tokens. */
        BUDGET_EXHAUSTED,
        /** The wait would outlast the call's deadline. */
        DEADLINE
    }
}
