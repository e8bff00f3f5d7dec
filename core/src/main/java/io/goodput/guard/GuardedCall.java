package io.goodput.guard;

import io.goodput.CallContext;
import io.goodput.Classifier;
import io.goodput.Deadline;
import io.goodput.Nanos;
import io.goodput.Outcome;
import io.goodput.Refusal;
import io.goodput.Refusal.Reason;
import io.goodput.hedge.HedgePolicy;
import io.goodput.retry.AdaptiveRate;
import io.goodput.retry.RetryDecision.Retry;
import io.goodput.retry.RetryDecision.Stop;
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

    private final Flights flights;
    private Guard guard;
    private Policies policies;
    private CallOptions options = CallOptions.NONE;
    private CallContext context = CallContext.NONE;

    private State state = State.NEW;
    private long startedAt;
    private long deadline = Long.MAX_VALUE;
    private long wakeAt = Long.MAX_VALUE;
    private boolean admitted;

    /** Attempts as the retry policy counts them: without hedges. */
    private int round;

    private int subject;
    private long delay;
    private long taken;
    private int hedgesLeft;
    private long hedgeAt = Long.MAX_VALUE;

    private int decisive;
    private boolean ranOutOfTime;
    private long hint = Classifier.NO_HINT;
    private Outcome outcome = Outcome.CANCELLED;
    private @Nullable Refusal refusal;

    GuardedCall(Guard guard) {
        this.guard = guard;
        this.policies = guard.policies();
        this.flights = new Flights(guard, policies);
    }

    /**
     * Makes a finished call ready for another {@link #start}, so that drivers need not allocate. References are written
     * only if they change: to an old object, a collector makes that dear.
     */
    void reuse(Guard guard) {
        Policies latest = guard.policies();
        if (policies != latest) {
            this.guard = guard;
            policies = latest;
        }
        if (refusal != null) {
            refusal = null;
        }
        flights.reuse(guard, latest);
        state = State.NEW;
        wakeAt = Long.MAX_VALUE;
        admitted = false;
        round = 0;
        subject = 0;
        delay = 0;
        taken = 0;
        hedgesLeft = 0;
        hedgeAt = Long.MAX_VALUE;
        decisive = 0;
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
        keep(options, context);
        startedAt = now;
        deadline = Math.min(Nanos.plus(now, policies.deadlineNanos), callers);
        if (now >= deadline) {
            return drop(TOO_LATE, now);
        }
        if (policies.gatesCalls) {
            Refusal no = policies.callGate.enter(context, now, policies.random);
            if (no != null) {
                return drop(no, now);
            }
            admitted = true;
        }
        if (policies.hedge != null) {
            prepareHedges(policies.hedge);
        }
        return firstRound(now);
    }

    private void prepareHedges(HedgePolicy hedge) {
        if (options.idempotent()) {
            hedge.callBegan();
            hedgesLeft = hedge.maxHedges();
        }
    }

    @SuppressWarnings("ReferenceEquality") // what is written anew though it is the same does no harm
    private void keep(CallOptions options, CallContext context) {
        if (this.options != options) {
            this.options = options;
        }
        if (this.context != context) {
            this.context = context;
        }
    }

    /** At once, unless the retry policy paces all attempts because the dependency has been throttling them. */
    private Step firstRound(long now) {
        RetryPolicy retry = policies.retry;
        long pause = retry == null ? 0 : retry.beforeFirst(now);
        return pause == 0 ? beginRound(now) : beginAfter(pause, now);
    }

    private Step beginAfter(long pause, long now) {
        if (pause == AdaptiveRate.NEVER) {
            return drop(new Refusal(Reason.ADAPTIVE_RATE, "too many calls wait to be sent already"), now);
        }
        if (pause >= deadline - now) {
            return notSent(new Refusal(Reason.DEADLINE, "the pace of sending leaves no time before the deadline"), now);
        }
        return waitUntil(now + pause);
    }

    private Step waitUntil(long at) {
        state = State.BACKING_OFF;
        wakeAt = at;
        return Step.WAIT;
    }

    private Step beginRound(long now) {
        Refusal no = launch(false, now);
        if (no != null) {
            return notSent(no, now);
        }
        round++;
        state = State.RUNNING;
        hedgeAt = hedgesLeft == 0 ? Long.MAX_VALUE : hedgeTime(now);
        setWakeAt();
        return Step.BEGIN;
    }

    private @Nullable Refusal launch(boolean hedge, long now) {
        Refusal no = flights.launch(hedge, options, context.tenant(), deadline, now);
        if (no == null) {
            subject = flights.begun();
        }
        return no;
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
            case ENDING -> finish(outcome, now);
            case RUNNING -> now < hedgeAt ? Step.WAIT : hedge(now);
            case NEW, BACKING_OFF, FINISHED -> Step.WAIT;
        };
    }

    /** A hedge that cannot be sent is not sent, and that is all: the attempts in flight go on. */
    private Step hedge(long now) {
        HedgePolicy hedge = policies.hedge;
        boolean sent = false;
        if (hedge != null && hedge.tryTake()) {
            sent = launch(true, now) == null;
            if (!sent) {
                hedge.putBack();
            }
        }
        hedgesLeft = sent ? hedgesLeft - 1 : 0;
        hedgeAt = hedgesLeft == 0 ? Long.MAX_VALUE : hedgeTime(now);
        setWakeAt();
        return sent ? Step.BEGIN : Step.WAIT;
    }

    private long hedgeTime(long now) {
        HedgePolicy hedge = policies.hedge;
        return hedge == null ? Long.MAX_VALUE : Nanos.plus(now, hedge.delayNanos(now));
    }

    /**
     * An attempt has ended. Attempts that were cancelled, or are otherwise no longer waited for, may be reported too:
     * they change nothing.
     *
     * @param number of the attempt
     * @param ended how
     * @param hint nanoseconds after which the server wants to be asked again, or {@link Classifier#NO_HINT}
     * @param now the ticker's reading
     */
    public Step attemptEnded(int number, Outcome ended, long hint, long now) {
        InFlight attempt = flights.live(number);
        if (attempt == null) {
            return Step.WAIT;
        }
        boolean late = now >= attempt.timeoutAt;
        boolean wasHedge = attempt.hedge;
        Outcome how = late ? Outcome.TIMEOUT : ended;
        flights.landed(attempt, how, now);
        return how == Outcome.SUCCESS
                ? succeeded(number, now)
                : failed(number, wasHedge, how, late, late ? Classifier.NO_HINT : hint, now);
    }

    private Step failed(int number, boolean wasHedge, Outcome how, boolean late, long hint, long now) {
        remember(number, how, late, hint);
        if (flights.live() == 0) {
            return how == Outcome.CANCELLED ? finish(how, now) : decide(now);
        }
        boolean forGood = !wasHedge && (how == Outcome.PERMANENT_FAILURE || how == Outcome.CANCELLED);
        if (!forGood) {
            setWakeAt();
            return Step.WAIT;
        }
        flights.doomAll(now);
        return then(how == Outcome.CANCELLED ? State.ENDING : State.DECIDING, now);
    }

    private Step succeeded(int number, long now) {
        decisive = number;
        RetryPolicy retry = policies.retry;
        if (retry != null) {
            retry.succeeded(taken);
        }
        if (flights.live() == 0) {
            return finish(Outcome.SUCCESS, now);
        }
        outcome = Outcome.SUCCESS;
        flights.doomAll(now);
        return then(State.ENDING, now);
    }

    private void remember(int number, Outcome how, boolean late, long hint) {
        decisive = number;
        outcome = how;
        ranOutOfTime = late;
        this.hint = hint;
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
            case BACKING_OFF -> now < deadline ? beginRound(now) : wokenTooLate(now);
            case NEW, DECIDING, ENDING, FINISHED -> Step.WAIT;
        };
    }

    private Step expire(long now) {
        for (int number = flights.expireOne(now); number != 0; number = flights.expireOne(now)) {
            remember(number, Outcome.TIMEOUT, true, Classifier.NO_HINT);
        }
        return then(flights.live() == 0 ? State.DECIDING : State.RUNNING, now);
    }

    /** The wait would have ended in time, but whoever waited was late. */
    private Step wokenTooLate(long now) {
        return notSent(new Refusal(Reason.DEADLINE, "the deadline passed during the wait"), now);
    }

    /** The caller has lost interest. */
    public Step callerCancelled(long now) {
        return switch (state) {
            case RUNNING -> {
                outcome = Outcome.CANCELLED;
                flights.doomAll(now);
                yield then(State.ENDING, now);
            }
            case DECIDING -> {
                outcome = Outcome.CANCELLED;
                state = State.ENDING;
                yield Step.WAIT;
            }
            case BACKING_OFF -> {
                takeBack();
                yield finish(Outcome.CANCELLED, now);
            }
            case NEW -> finish(Outcome.CANCELLED, now);
            case ENDING, FINISHED -> Step.WAIT;
        };
    }

    /** All attempts have failed: again, or not? */
    private Step decide(long now) {
        RetryPolicy retry = policies.retry;
        if (retry == null) {
            return finish(outcome, now);
        }
        return switch (retry.afterFailure(round, outcome, hint, delay, now, new Deadline(deadline), policies.random)) {
            case Retry again -> backOff(again, now);
            case Stop stop -> refused(stop.why(), outcome, now);
        };
    }

    private Step backOff(Retry again, long now) {
        taken = again.taken();
        delay = again.delay();
        GuardObserver observer = policies.observer;
        if (observer != null) {
            observer.retryScheduled(guard, flights.begun(), outcome, delay, now);
        }
        return delay == 0 ? beginRound(now) : waitUntil(again.at());
    }

    /** A round that was decided is not begun after all. */
    private Step notSent(Refusal no, long now) {
        takeBack();
        return refused(no, flights.begun() == 0 ? Outcome.DROPPED : outcome, now);
    }

    private void takeBack() {
        RetryPolicy retry = policies.retry;
        if (retry != null) {
            retry.notSent(taken);
        }
    }

    private Step drop(Refusal no, long now) {
        return refused(no, Outcome.DROPPED, now);
    }

    private Step refused(Refusal no, Outcome how, long now) {
        refusal = no;
        GuardObserver observer = policies.observer;
        if (observer != null) {
            observer.refused(guard, no, now);
        }
        return finish(how, now);
    }

    private Step finish(Outcome how, long now) {
        state = State.FINISHED;
        outcome = how;
        wakeAt = Long.MAX_VALUE;
        if (admitted) {
            policies.callGate.leave(context, how, now);
        }
        GuardObserver observer = policies.observer;
        if (observer != null) {
            observer.callEnded(guard, how, flights.begun(), startedAt, now);
        }
        return Step.FINISH;
    }

    private void setWakeAt() {
        wakeAt = state == State.RUNNING ? Math.min(flights.earliestTimeout(), hedgeAt) : Long.MAX_VALUE;
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
        return new Attempt(subject, attempt.hedge, attempt.endpoint, new Deadline(attempt.timeoutAt));
    }

    /** Attempts begun so far, hedges among them. */
    public int attempts() {
        return flights.begun();
    }

    /** The number of the attempt whose answer is the call's, if it ends now; 0 while there is none. */
    public int decisive() {
        return decisive;
    }

    /** Whether the times of this call's events decide anything; if not, a driver need not read the clock. */
    boolean readsClock(long callers) {
        return policies.readsClock || callers != Long.MAX_VALUE;
    }

    Outcome outcomeOf(@Nullable Object value, @Nullable Throwable error) {
        Classifier classifier = policies.classifier;
        return error == null ? classifier.ofValue(value) : classifier.ofError(Classifier.unwrap(error));
    }

    long hintOf(@Nullable Object value, @Nullable Throwable error) {
        return policies.classifier.hintNanos(value, error == null ? null : Classifier.unwrap(error));
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
        return outcome;
    }

    /**
     * Why a failed call was not tried, or not tried again; null if it succeeded, was cancelled, or failed without a
     * retry policy.
     */
    public @Nullable Refusal refusal() {
        return refusal;
    }

    /**
     * What the caller of a call that did not succeed gets to see; null if it is the answer of the last attempt.
     *
     * @param error what the last attempt threw, if it ended by itself
     */
    @Nullable Throwable failure(@Nullable Throwable error) {
        if (outcome == Outcome.DROPPED && flights.begun() == 0 && refusal != null) {
            return refusal.reason() == Refusal.Reason.DEADLINE
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

    /** What the exception of a call that failed tells. */
    private CallReport report() {
        boolean timed = policies.readsClock || deadline != Long.MAX_VALUE;
        return new CallReport(guard.name(), flights.begun(), refusal, flights.tried(startedAt, timed));
    }
}
