package io.goodput.guard;

import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.Refusal;
import io.goodput.Refusal.Reason;
import io.goodput.retry.FailedAttempt;
import io.goodput.retry.ReplayRule;
import io.goodput.retry.Reservation;
import io.goodput.retry.Reservation.Denied;
import io.goodput.retry.Reservation.Granted;
import io.goodput.retry.RetryDecision;
import io.goodput.retry.RetryDecision.Retry;
import io.goodput.retry.RetryDecision.Stop;
import io.goodput.retry.RetryPolicy;
import org.jspecify.annotations.Nullable;

/**
 * An attempt of a call as its retry policy counts them: hedges belong to the round that they run in. The policy is told
 * what becomes of it.
 *
 * @param number from 1
 * @param waited nanoseconds before it
 * @param taken what the policy took for it, in its own unit; 0 for the first
 */
record Round(int number, long waited, long taken) {
    /** Which every call has, so it costs none of them an object. */
    static final Round FIRST = new Round(1, 0, 0);

    private static final Refusal NO_TIME =
            new Refusal(Reason.DEADLINE, "the pace of sending leaves no time before the deadline");

    /**
     * When the first may be sent, or why not: at once, unless the policy paces all attempts, as the dependency
     * throttles them.
     */
    static Reservation first(Terms terms, long now) {
        RetryPolicy retry = terms.policies().retry;
        if (retry == null) {
            return Reservation.AT_ONCE;
        }
        Reservation reserved = retry.beforeFirst(now);
        if (reserved instanceof Granted(long wait) && wait >= terms.deadline() - now) {
            retry.notSent(0);
            return new Denied(NO_TIME);
        }
        return reserved;
    }

    /** All of its attempts have failed: another round, or not? Null without a policy to ask. */
    @Nullable RetryDecision another(Terms terms, CallEnding ending, long now) {
        Policies policies = terms.policies();
        RetryPolicy retry = policies.retry;
        if (retry == null) {
            return null;
        }
        String unsafe = ending.outcome() == Outcome.NOT_PROCESSED ? null : unsafe(terms.options(), retry);
        if (unsafe != null) {
            return new Stop(
                    new Refusal(Reason.NOT_RETRYABLE, ending.outcome() + ": it may have been done, and " + unsafe));
        }
        var failed = new FailedAttempt(number, ending.outcome(), ending.retryAfter(), waited);
        return retry.afterFailure(failed, new Deadline(terms.deadline()), now, policies.random);
    }

    /** Why a call may not be done twice; null if it may. */
    private static @Nullable String unsafe(CallOptions options, RetryPolicy retry) {
        return switch (options.repetition()) {
            case HARMLESS -> null;
            case HARMFUL -> "is to be done at most once";
            case UNSAID -> retry.replay() == ReplayRule.ANY ? null : "only what is idempotent is done again";
        };
    }

    /** The round that the policy allows after this one. */
    Round then(Retry again) {
        return new Round(number + 1, again.delay(), again.taken());
    }

    /** The call has its answer. */
    void succeeded(Policies policies) {
        RetryPolicy retry = policies.retry;
        if (retry != null) {
            retry.succeeded(taken);
        }
    }

    /** It was decided, and is not begun after all. */
    void notSent(Policies policies) {
        RetryPolicy retry = policies.retry;
        if (retry != null) {
            retry.notSent(taken);
        }
    }
}
