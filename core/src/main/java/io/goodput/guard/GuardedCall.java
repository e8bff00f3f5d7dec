package io.goodput.guard;

import io.goodput.CallContext;
import io.goodput.Classifier;
import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.Refusal;
import io.goodput.Refusal.Reason;
import io.goodput.guard.GuardEvent.CallBegan;
import io.goodput.guard.GuardEvent.CallEnded;
import io.goodput.guard.GuardEvent.CallRefused;
import io.goodput.guard.GuardEvent.RetryScheduled;
import io.goodput.retry.Reservation.Denied;
import io.goodput.retry.Reservation.Granted;
import io.goodput.retry.RetryDecision.Retry;
import io.goodput.retry.RetryDecision.Stop;
import java.time.Duration;
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
 *
 * <p>Usually one attempt is in flight; with hedges there are more. The first good answer ends the call. While another
 * attempt lives, a failed one is only remembered, unless it is the first of them and has failed for good.
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
        /** The last attempt ran out of time and is being cancelled; what comes then is decided by {@link #next}. */
        DECIDING,
        /** The outcome stands, and what is still in flight is being cancelled. */
        ENDING,
        BACKING_OFF,
        FINISHED
    }

    private static final Refusal TOO_LATE =
            new Refusal(Reason.DEADLINE, "the deadline had passed before the first attempt");

    /** The wait would have ended in time, but whoever waited was late. */
    private static final Refusal WOKEN_TOO_LATE = new Refusal(Reason.DEADLINE, "the deadline passed during the wait");

    private final Terms terms;
    private final Flights flights;
    private final Rounds rounds;
    private final Hedging hedging;
    private final CallEnding ending;

    private State state = State.NEW;
    private long wakeAt = Long.MAX_VALUE;
    private boolean admitted;
    private int subject;

    GuardedCall(Guard guard) {
        this.terms = new Terms(guard);
        this.flights = new Flights(terms);
        this.rounds = new Rounds(terms);
        this.hedging = new Hedging(terms);
        this.ending = new CallEnding(terms, flights);
    }

    /** Makes a finished call ready for another {@link #start}, so that drivers need not allocate. */
    void reuse(Guard guard) {
        terms.reuse(guard);
        flights.reuse();
        rounds.reuse();
        hedging.reuse();
        ending.reuse();
        state = State.NEW;
        wakeAt = Long.MAX_VALUE;
        admitted = false;
        subject = 0;
    }

    /** The first event, of a call of which nothing is known but the caller's deadline. */
    public Step start(long now, Deadline callers) {
        return start(
                now,
                callers.equals(Deadline.NONE) ? CallOptions.NONE : CallOptions.NONE.within(callers),
                CallContext.NONE);
    }

    /**
     * The first event.
     *
     * @param now the ticker's reading
     * @param options of the call; the earliest deadline of them, the context and the guard counts
     * @param context what the call is for
     */
    public Step start(long now, CallOptions options, CallContext context) {
        return start(now, callersDeadline(options, context), options, context);
    }

    static long callersDeadline(CallOptions options, CallContext context) {
        return Math.min(options.deadline().nanos(), context.deadline().nanos());
    }

    Step start(long now, long callers, CallOptions options, CallContext context) {
        if (state != State.NEW) {
            throw new IllegalStateException("a call starts once");
        }
        terms.begin(now, callers, options, context);
        if (terms.isHeard()) {
            terms.tell(new CallBegan(terms.facts(), now));
        }
        if (now >= terms.deadline()) {
            return refused(TOO_LATE, now);
        }
        Policies policies = terms.policies();
        if (policies.gatesCalls) {
            Refusal no = policies.callGate.enter(context, now, policies.random);
            if (no != null) {
                return refused(no, now);
            }
            admitted = true;
        }
        hedging.callBegan();
        return firstRound(now);
    }

    private Step firstRound(long now) {
        return switch (rounds.first(now)) {
            case Granted(long wait) -> wait == 0 ? beginRound(now) : beginAfter(wait, now);
            case Denied(Refusal why) -> refused(why, now);
        };
    }

    private Step beginAfter(long wait, long now) {
        if (wait >= terms.deadline() - now) {
            return notSent(new Refusal(Reason.DEADLINE, "the pace of sending leaves no time before the deadline"), now);
        }
        return waitUntil(now + wait);
    }

    private Step waitUntil(long at) {
        state = State.BACKING_OFF;
        wakeAt = at;
        return Step.WAIT;
    }

    private Step beginRound(long now) {
        Refusal no = flights.launch(false, now);
        if (no != null) {
            return notSent(no, now);
        }
        subject = flights.begun();
        rounds.began();
        hedging.attemptBegan(now);
        state = State.RUNNING;
        setWakeAt();
        return Step.BEGIN;
    }

    /**
     * The step after {@link Step#BEGIN} or {@link Step#CANCEL}.
     *
     * @param now the reading that was given with the event
     */
    public Step next(long now) {
        int doomed = flights.takeDoomed();
        if (doomed != 0) {
            subject = doomed;
            return Step.CANCEL;
        }
        return switch (state) {
            case DECIDING -> decide(now);
            case ENDING -> finish(now);
            case RUNNING -> now < hedging.dueAt() ? Step.WAIT : hedge(now);
            case NEW, BACKING_OFF, FINISHED -> Step.WAIT;
        };
    }

    private Step hedge(long now) {
        boolean sent = hedging.send(flights, now);
        setWakeAt();
        if (!sent) {
            return Step.WAIT;
        }
        subject = flights.begun();
        return Step.BEGIN;
    }

    /** An attempt has ended, and its server said nothing of when to ask again. */
    public Step attemptEnded(int number, Outcome ended, long now) {
        return attemptEnded(number, ended, null, now);
    }

    /**
     * An attempt has ended. Attempts that were cancelled, or are otherwise no longer waited for, may be reported too:
     * they change nothing.
     *
     * @param number of the attempt
     * @param ended how
     * @param retryAfter after which the server wants to be asked again; null if it did not say
     * @param now the ticker's reading
     */
    public Step attemptEnded(int number, Outcome ended, @Nullable Duration retryAfter, long now) {
        InFlight attempt = flights.live(number);
        if (attempt == null) {
            return Step.WAIT;
        }
        boolean late = now >= attempt.timeoutAt;
        boolean wasHedge = attempt.hedge;
        Outcome how = late ? Outcome.TIMEOUT : ended;
        flights.landed(attempt, how, now);
        if (how == Outcome.SUCCESS) {
            return succeeded(number, now);
        }
        if (late) {
            ending.ranOut(number);
        } else {
            ending.failed(number, how, retryAfter);
        }
        return failed(how, wasHedge, now);
    }

    private Step succeeded(int number, long now) {
        ending.succeeded(number);
        rounds.succeeded();
        if (flights.live() == 0) {
            return finish(now);
        }
        flights.doomAll(now);
        return then(State.ENDING, now);
    }

    private Step failed(Outcome how, boolean wasHedge, long now) {
        if (flights.live() == 0) {
            return how == Outcome.CANCELLED ? finish(now) : decide(now);
        }
        boolean forGood = !wasHedge && (how == Outcome.PERMANENT_FAILURE || how == Outcome.CANCELLED);
        if (!forGood) {
            setWakeAt();
            return Step.WAIT;
        }
        flights.doomAll(now);
        return then(how == Outcome.CANCELLED ? State.ENDING : State.DECIDING, now);
    }

    private Step then(State what, long now) {
        state = what;
        setWakeAt();
        return next(now);
    }

    /** The clock has reached {@link #wakeAt}. A timer that fires early changes nothing. */
    public Step timerFired(long now) {
        if (now < wakeAt) {
            return Step.WAIT;
        }
        return switch (state) {
            case RUNNING -> expire(now);
            case BACKING_OFF -> now < terms.deadline() ? beginRound(now) : notSent(WOKEN_TOO_LATE, now);
            case NEW, DECIDING, ENDING, FINISHED -> Step.WAIT;
        };
    }

    private Step expire(long now) {
        for (int number = flights.expireOne(now); number != 0; number = flights.expireOne(now)) {
            ending.ranOut(number);
        }
        return then(flights.live() == 0 ? State.DECIDING : State.RUNNING, now);
    }

    /** The caller has lost interest. */
    public Step callerCancelled(long now) {
        return switch (state) {
            case RUNNING -> {
                ending.with(Outcome.CANCELLED);
                flights.doomAll(now);
                yield then(State.ENDING, now);
            }
            case DECIDING -> {
                ending.with(Outcome.CANCELLED);
                state = State.ENDING;
                yield Step.WAIT;
            }
            case BACKING_OFF -> {
                rounds.notSent();
                ending.with(Outcome.CANCELLED);
                yield finish(now);
            }
            case NEW -> {
                ending.with(Outcome.CANCELLED);
                yield finish(now);
            }
            case ENDING, FINISHED -> Step.WAIT;
        };
    }

    /** All attempts have failed: again, or not? */
    private Step decide(long now) {
        return switch (rounds.another(ending.outcome(), ending.retryAfter(), now)) {
            case null -> finish(now);
            case Retry again -> backOff(again, now);
            case Stop stop -> refused(stop.why(), now);
        };
    }

    private Step backOff(Retry again, long now) {
        long delay = again.delay();
        if (terms.isHeard()) {
            terms.tell(new RetryScheduled(terms.facts(), flights.begun(), ending.outcome(), delay, now));
        }
        return delay == 0 ? beginRound(now) : waitUntil(again.at());
    }

    /** A round that was decided is not begun after all. */
    private Step notSent(Refusal no, long now) {
        rounds.notSent();
        return refused(no, now);
    }

    private Step refused(Refusal no, long now) {
        ending.refused(no);
        if (terms.isHeard()) {
            terms.tell(new CallRefused(terms.facts(), flights.begun(), no, now));
        }
        return finish(now);
    }

    private Step finish(long now) {
        state = State.FINISHED;
        wakeAt = Long.MAX_VALUE;
        if (admitted) {
            terms.policies().callGate.leave(terms.context(), ending.outcome(), now);
        }
        if (terms.isHeard()) {
            terms.tell(new CallEnded(terms.facts(), flights.begun(), ending.outcome(), now));
        }
        return Step.FINISH;
    }

    private void setWakeAt() {
        wakeAt = state == State.RUNNING ? Math.min(flights.earliestTimeout(), hedging.dueAt()) : Long.MAX_VALUE;
    }

    /** The number of the attempt that the latest {@link Step#BEGIN} or {@link Step#CANCEL} is about; 0 before. */
    public int attempt() {
        return subject;
    }

    /** The same, after {@link Step#BEGIN}, for the task that makes it. */
    public Attempt described() {
        InFlight attempt = flights.live(subject);
        if (attempt == null) {
            throw new IllegalStateException("attempt " + subject + " is not on its way");
        }
        CallContext context = terms.context().within(new Deadline(attempt.timeoutAt));
        return new Attempt(subject, attempt.hedge, attempt.endpoint, context);
    }

    /** Attempts begun so far, hedges among them. */
    public int attempts() {
        return flights.begun();
    }

    /** The number of the attempt whose answer is the call's, if it ends now; 0 while there is none. */
    public int decisive() {
        return ending.decisive();
    }

    /** Whether the times of this call's events decide anything; if not, a driver need not read the clock. */
    boolean readsClock(long callers) {
        return terms.readsClock(callers);
    }

    /** The same of a call that has started. */
    boolean readsClock() {
        return terms.readsClock(terms.deadline());
    }

    Outcome outcomeOf(@Nullable Object value, @Nullable Throwable error) {
        Classifier classifier = terms.policies().classifier;
        return error == null ? classifier.ofValue(value) : classifier.ofError(Classifier.unwrap(error));
    }

    @Nullable Duration retryAfter(@Nullable Object value, @Nullable Throwable error) {
        return terms.policies().classifier.retryAfter(value, error == null ? null : Classifier.unwrap(error));
    }

    /** When to report {@link #timerFired}; {@link Long#MAX_VALUE} for never. */
    public long wakeAt() {
        return wakeAt;
    }

    boolean isFinished() {
        return state == State.FINISHED;
    }

    /** How the call ended, once it is finished. */
    public Outcome outcome() {
        return ending.outcome();
    }

    /**
     * Why a failed call was not tried, or not tried again; null if it succeeded, was cancelled, or failed without a
     * retry policy.
     */
    public @Nullable Refusal refusal() {
        return ending.refusal();
    }

    /** See {@link CallEnding#failure}. */
    @Nullable Throwable failure(@Nullable Throwable error) {
        return ending.failure(error);
    }
}
