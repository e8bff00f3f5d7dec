package io.goodput.guard;

import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.retry.FailedAttempt;
import io.goodput.retry.Reservation;
import io.goodput.retry.RetryDecision;
import io.goodput.retry.RetryDecision.Retry;
import io.goodput.retry.RetryPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of one call as its retry policy counts them: hedges belong to the round that they run in. Tells the
 * policy what becomes of each. Reused for the next call.
 */
final class Rounds {
    private final Terms terms;
    private int begun;
    private long waited;
    private long taken;

    Rounds(Terms terms) {
        this.terms = terms;
    }

    void reuse() {
        begun = 0;
        waited = 0;
        taken = 0;
    }

    /** When the first may be sent: at once, unless the policy paces all attempts, as the dependency throttles them. */
    Reservation first(long now) {
        RetryPolicy retry = terms.policies().retry;
        return retry == null ? Reservation.AT_ONCE : retry.beforeFirst(now);
    }

    void began() {
        begun++;
    }

    /** All attempts of a round have failed: another one, or not? Null without a policy to ask. */
    @Nullable RetryDecision another(Outcome outcome, @Nullable Duration retryAfter, long now) {
        RetryPolicy retry = terms.policies().retry;
        if (retry == null) {
            return null;
        }
        var failed = new FailedAttempt(begun, outcome, retryAfter, waited);
        RetryDecision decision =
                retry.afterFailure(failed, new Deadline(terms.deadline()), now, terms.policies().random);
        if (decision instanceof Retry again) {
            waited = again.delay();
            taken = again.taken();
        }
        return decision;
    }

    void succeeded() {
        RetryPolicy retry = terms.policies().retry;
        if (retry != null) {
            retry.succeeded(taken);
        }
    }

    /** One that was decided is not begun after all. */
    void notSent() {
        RetryPolicy retry = terms.policies().retry;
        if (retry != null) {
            retry.notSent(taken);
        }
    }
}
