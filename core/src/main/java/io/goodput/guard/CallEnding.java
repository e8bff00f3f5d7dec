package io.goodput.guard;

import io.goodput.Outcome;
import io.goodput.Refusal;
import io.goodput.Refusal.Reason;
import io.goodput.guard.GuardEvent.CallEnded;
import io.goodput.guard.GuardEvent.CallRefused;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one call ends: which attempt decides it, which rule said no, who hears of it, and what the caller gets to see.
 * Reused for the next call.
 */
final class CallEnding {
    private final Terms terms;
    private final Flights flights;
    private int decisive;
    private boolean ranOutOfTime;
    private boolean admitted;
    private @Nullable Duration retryAfter;
    private Outcome outcome = Outcome.CANCELLED;
    private @Nullable Refusal refusal;

    CallEnding(Terms terms, Flights flights) {
        this.terms = terms;
        this.flights = flights;
    }

    void reuse() {
        decisive = 0;
        admitted = false;
        if (refusal != null) {
            refusal = null;
        }
    }

    /** The gate has let the call in, and will hear of its end. */
    void admitted() {
        admitted = true;
    }

    /** The attempt has a good answer. */
    void succeeded(int number) {
        decisive = number;
        if (outcome != Outcome.SUCCESS) {
            outcome = Outcome.SUCCESS;
        }
    }

    /** The attempt has failed by itself. */
    void failed(int number, Outcome how, @Nullable Duration retryAfter) {
        remember(number, how, false, retryAfter);
    }

    /** The attempt had no answer in time. */
    void ranOut(int number) {
        remember(number, Outcome.TIMEOUT, true, null);
    }

    private void remember(int number, Outcome how, boolean late, @Nullable Duration retryAfter) {
        decisive = number;
        outcome = how;
        ranOutOfTime = late;
        this.retryAfter = retryAfter;
    }

    /** Whatever the attempts have come to. */
    void cancelled() {
        outcome = Outcome.CANCELLED;
    }

    /** A rule says no. What was tried before counts, or else the call is dropped. */
    void refused(Refusal no, long now) {
        refusal = no;
        if (flights.begun() == 0) {
            outcome = Outcome.DROPPED;
        }
        if (terms.isHeard()) {
            terms.tell(new CallRefused(terms.facts(), flights.begun(), no, now));
        }
    }

    /** The call is over. */
    void over(long now) {
        if (admitted) {
            terms.policies().callGate.leave(terms.context(), outcome, now);
        }
        if (terms.isHeard()) {
            terms.tell(new CallEnded(terms.facts(), flights.begun(), outcome, now));
        }
    }

    /** The attempt whose answer is the call's; 0 while there is none. */
    int decisive() {
        return decisive;
    }

    Outcome outcome() {
        return outcome;
    }

    /** When the server wants to be asked again, if it said so with the decisive attempt. */
    @Nullable Duration retryAfter() {
        return retryAfter;
    }

    @Nullable Refusal refusal() {
        return refusal;
    }

    /**
     * What the caller of a call that did not succeed gets to see; null if it is the answer of the last attempt.
     *
     * @param error what the last attempt threw, if it ended by itself
     */
    @Nullable Throwable failure(@Nullable Throwable error) {
        if (outcome == Outcome.DROPPED && flights.begun() == 0 && refusal != null) {
            return refusal.reason() == Reason.DEADLINE
                    ? new CallTimeoutException(report(), error)
                    : new CallDroppedException(report());
        }
        if (outcome == Outcome.TIMEOUT && ranOutOfTime) {
            return new CallTimeoutException(report(), error);
        }
        // A virtual machine in need may have no memory left to write it down, and would then tell of another need.
        if (error != null && refusal != null && !(error instanceof VirtualMachineError)) {
            RetryRefusedException.attach(error, report());
        }
        return error;
    }

    private CallReport report() {
        List<Tried> tried = flights.tried(terms.startedAt(), terms.readsClock(terms.deadline()));
        return new CallReport(terms.guard(), flights.begun(), refusal, tried);
    }
}
