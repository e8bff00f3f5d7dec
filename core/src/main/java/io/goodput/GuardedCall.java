package io.goodput;

import io.goodput.retry.RetryDecision.Reason;
import io.goodput.retry.RetryDecision.Refusal;
import io.goodput.retry.RetryDecision.Retry;
import io.goodput.retry.RetryPolicy;
import org.jspecify.annotations.Nullable;

/**
 * One call through a {@link Guard}, as a state machine: it is told what happened and when, and answers with the next
 * {@link Step}. It does nothing itself; a driver does what it says. Not thread-safe: a driver tells it one thing at a
 * time.
 *
 * <p>A driver calls {@link #start}, does the step that comes back, and after {@link Step#BEGIN} and {@link Step#CANCEL}
 * asks for the {@link #next} one, until it is told to {@link Step#WAIT} or to {@link Step#FINISH}. While it waits, it
 * reports whatever comes first: {@link #attemptEnded}, or {@link #timerFired} at {@link #wakeAt}.
 *
 * <p>An attempt that ends at or after the instant at which its time ran out has timed out, whichever of the two is
 * reported first. So the answers depend on what happened and when, and not on who was quicker to tell.
 */
public final class GuardedCall {
    /** What a driver does next. */
    public enum Step {
        /** Begin attempt {@link GuardedCall#attempt}, then ask for the next step. */
        BEGIN,
        /** Cancel attempt {@link GuardedCall#attempt}: its answer is of no more use. Then ask for the next step. */
        CANCEL,
        /** Nothing, until an attempt ends or the clock reads {@link GuardedCall#wakeAt}. */
        WAIT,
        /** Give the caller the {@link GuardedCall#outcome}. Said once. */
        FINISH
    }

    private enum State {
        NEW,
        RUNNING,
        /** An attempt ran out of time and is being cancelled; what comes then is decided by {@link #next}. */
        OUT_OF_TIME,
        /** The caller gave up and the attempt is being cancelled. */
        GIVEN_UP,
        BACKING_OFF,
        FINISHED
    }

    private Guard guard;

    private State state = State.NEW;
    private long deadline = Long.MAX_VALUE;
    private int attempt;
    private long wakeAt = Long.MAX_VALUE;
    private long delay;
    private long taken;
    private boolean ranOutOfTime;
    private Outcome outcome = Outcome.CANCELLED;
    private @Nullable Refusal refusal;

    GuardedCall(Guard guard) {
        this.guard = guard;
    }

    /** Makes a finished call ready for another {@link #start}, so that drivers need not allocate. */
    void reuse(Guard guard) {
        this.guard = guard;
        state = State.NEW;
        attempt = 0;
        wakeAt = Long.MAX_VALUE;
        delay = 0;
        taken = 0;
        refusal = null;
    }

    /**
     * The first event.
     *
     * @param now the ticker's reading
     * @param callers the caller's own deadline; the guard's may be earlier
     */
    public Step start(long now, Deadline callers) {
        if (state != State.NEW) {
            throw new IllegalStateException("a call starts once");
        }
        deadline = Math.min(Nanos.plus(now, guard.deadlineNanos()), callers.nanos());
        if (now >= deadline) {
            refusal = new Refusal(Reason.DEADLINE, "the deadline had passed before the first attempt");
            return finish(Outcome.DROPPED);
        }
        return begin(now);
    }

    /**
     * The step after {@link Step#BEGIN} or {@link Step#CANCEL}.
     *
     * @param now the reading that was given with the event
     */
    public Step next(long now) {
        return switch (state) {
            case OUT_OF_TIME -> outOfTime(now);
            case GIVEN_UP -> finish(Outcome.CANCELLED);
            case NEW, RUNNING, BACKING_OFF, FINISHED -> Step.WAIT;
        };
    }

    /**
     * An attempt has ended. Attempts that were cancelled, or are otherwise no longer waited for, may be reported too:
     * they change nothing.
     *
     * @param number of the attempt
     * @param ended how
     * @param hint nanoseconds after which the server wants to be asked again, or {@link RetryPolicy#NO_HINT}
     * @param now the ticker's reading
     */
    public Step attemptEnded(int number, Outcome ended, long hint, long now) {
        if (state != State.RUNNING || number != attempt) {
            return Step.WAIT;
        }
        if (now >= wakeAt) {
            return outOfTime(now);
        }
        return switch (ended) {
            case SUCCESS -> succeeded();
            case CANCELLED -> finish(Outcome.CANCELLED);
            default -> failed(ended, hint, now);
        };
    }

    /** The clock has reached {@link #wakeAt}. A timer that fires early changes nothing. */
    public Step timerFired(long now) {
        if (now < wakeAt) {
            return Step.WAIT;
        }
        return switch (state) {
            case RUNNING -> cancel(State.OUT_OF_TIME);
            case BACKING_OFF -> now < deadline ? begin(now) : wokenTooLate();
            case NEW, OUT_OF_TIME, GIVEN_UP, FINISHED -> Step.WAIT;
        };
    }

    /** The wait would have ended in time, but whoever waited was late. */
    private Step wokenTooLate() {
        retryNotSent();
        refusal = new Refusal(Reason.DEADLINE, "the deadline passed during the wait");
        return finish(outcome);
    }

    /** The caller has lost interest. */
    public Step callerCancelled() {
        return switch (state) {
            case RUNNING -> cancel(State.GIVEN_UP);
            case OUT_OF_TIME -> {
                state = State.GIVEN_UP;
                yield Step.WAIT;
            }
            case BACKING_OFF -> {
                retryNotSent();
                yield finish(Outcome.CANCELLED);
            }
            case NEW -> finish(Outcome.CANCELLED);
            case GIVEN_UP, FINISHED -> Step.WAIT;
        };
    }

    private Step begin(long now) {
        state = State.RUNNING;
        attempt++;
        ranOutOfTime = false;
        wakeAt = Math.min(Nanos.plus(now, guard.attemptTimeoutNanos()), deadline);
        return Step.BEGIN;
    }

    private Step cancel(State why) {
        state = why;
        wakeAt = Long.MAX_VALUE;
        return Step.CANCEL;
    }

    private Step succeeded() {
        RetryPolicy retry = guard.retry();
        if (retry != null) {
            retry.succeeded(taken);
        }
        return finish(Outcome.SUCCESS);
    }

    private Step outOfTime(long now) {
        ranOutOfTime = true;
        return failed(Outcome.TIMEOUT, RetryPolicy.NO_HINT, now);
    }

    private Step failed(Outcome how, long hint, long now) {
        RetryPolicy retry = guard.retry();
        if (retry == null) {
            return finish(how);
        }
        return switch (retry.afterFailure(attempt, how, hint, delay, now, new Deadline(deadline), guard.random())) {
            case Retry again -> backOff(how, again, now);
            case Refusal no -> {
                refusal = no;
                yield finish(how);
            }
        };
    }

    private Step backOff(Outcome how, Retry again, long now) {
        taken = again.taken();
        delay = again.delay();
        if (delay == 0) {
            return begin(now);
        }
        outcome = how;
        state = State.BACKING_OFF;
        wakeAt = again.at();
        return Step.WAIT;
    }

    private void retryNotSent() {
        RetryPolicy retry = guard.retry();
        if (retry != null) {
            retry.notSent(taken);
        }
    }

    private Step finish(Outcome how) {
        state = State.FINISHED;
        outcome = how;
        wakeAt = Long.MAX_VALUE;
        return Step.FINISH;
    }

    /** The number of the latest attempt, from 1; 0 if none was begun. */
    public int attempt() {
        return attempt;
    }

    /** When to report {@link #timerFired}; {@link Long#MAX_VALUE} for never. */
    public long wakeAt() {
        return wakeAt;
    }

    /** How the call ended, once it is finished. */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * True if the last attempt got no answer in time; false if it ended by itself, be it with a time-out of its own.
     */
    boolean ranOutOfTime() {
        return ranOutOfTime;
    }

    /**
     * Why a failed call was not tried, or not tried again; null if it succeeded, was cancelled, or failed without a
     * retry policy.
     */
    public @Nullable Refusal refusal() {
        return refusal;
    }
}
