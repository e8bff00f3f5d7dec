package io.goodput;

import java.time.Duration;

/**
 * Why a call was not sent, or not sent again.
 *
 * @param reason the first rule that said no
 * @param why the same in words, with its figures where they cost nothing: {@code the cost of retrying (14) exceeds the
 *     available retry capacity (6/500)}
 * @param backoff what the wait before a retry would have been, where only the load on the dependency forbids it (
 *     {@link Reason#BUDGET_EXHAUSTED}, {@link Reason#ADAPTIVE_RATE}): who asks again all the same, as a loop that polls
 *     does, waits for so long first; otherwise 0
 */
public record Refusal(Reason reason, String why, Duration backoff) {
    /** One that says nothing of when to ask again. */
    public Refusal(Reason reason, String why) {
        this(reason, why, Duration.ZERO);
    }

    @Override
    public String toString() {
        return reason + ": " + why;
    }

    /** The rules that can refuse, in the order in which a call meets them. */
    public enum Reason {
        /** The deadline had passed, or the wait before an attempt would outlast it. */
        DEADLINE,
        /** The dependency has been refusing calls, and the client throttle holds a share of them back. */
        CLIENT_THROTTLE,
        /** The rate limit of the call's tenant is used up. */
        RATE_LIMIT,
        /** The outcome is not one that a retry can mend. */
        NOT_RETRYABLE,
        /** No attempts are left. */
        ATTEMPTS_EXHAUSTED,
        /** The retry budget has too few tokens. */
        BUDGET_EXHAUSTED,
        /** The dependency throttles, and at the rate that is left the attempt would wait for too long. */
        ADAPTIVE_RATE,
        /** There is no endpoint to send it to. */
        NO_ENDPOINT,
        /** The breaker of the call's key, of its endpoint or of the whole dependency holds it back. */
        BREAKER,
        /** As many attempts are in flight as the concurrency limit allows. */
        CONCURRENCY_LIMIT
    }
}
