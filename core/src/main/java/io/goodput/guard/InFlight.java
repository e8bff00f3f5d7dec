package io.goodput.guard;

import io.goodput.CallContext;
import io.goodput.Deadline;
import io.goodput.balance.Endpoint;
import io.goodput.breaker.Breaker;
import io.goodput.guard.GuardEvent.AttemptFacts;
import org.jspecify.annotations.Nullable;

/** An attempt on its way, and what it holds until it ends. Reused. */
final class InFlight {
    /** 0 while there is none. */
    int number;

    /** Ended for the policies, and still to be cancelled by the driver. */
    boolean doomed;

    boolean hedge;
    long startedAt;
    long timeoutAt;

    @Nullable Endpoint endpoint;

    @Nullable Breaker breaker;

    /** Null where it is that of the call. */
    @Nullable CallContext own;

    /** What it gave, if somebody listens. */
    @Nullable Object answer;

    @Nullable Throwable error;

    /** Another one of the same call. */
    @Nullable InFlight next;

    boolean isLive() {
        return number != 0 && !doomed;
    }

    /** What it is for, but for its time. */
    CallContext context(Terms terms) {
        return own == null ? terms.context() : own;
    }

    AttemptFacts facts(Terms terms) {
        return new AttemptFacts(number, hedge, endpoint, context(terms), startedAt, new Deadline(timeoutAt));
    }

    void forgetWhatItGave() {
        if (answer != null) {
            answer = null;
        }
        if (error != null) {
            error = null;
        }
    }

    void free() {
        number = 0;
        doomed = false;
        if (endpoint != null) {
            endpoint = null;
        }
        if (breaker != null) {
            breaker = null;
        }
        if (own != null) {
            own = null;
        }
        forgetWhatItGave();
    }
}
