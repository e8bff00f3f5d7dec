package io.goodput.guard;

import io.goodput.CallContext;
import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.Refusal;
import io.goodput.Refusal.Reason;
import io.goodput.balance.Endpoint;
import io.goodput.guard.GuardEvent.CallBegan;
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
 * <p>{@link DrivenCall} does all of that for drivers whose calls are served by one thread.
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

    private static final Refusal LAST = new Refusal(
            Reason.NOT_RETRYABLE, "no further attempt is possible: its answer has begun, or its input is gone");

    /** The wait would have ended in time, but whoever waited was late. */
    private static final Refusal WOKEN_TOO_LATE = new Refusal(Reason.DEADLINE, "the deadline passed during the wait");

    private final Terms terms;
    private final Flights flights;
    private final CallEnding ending;

    private Round round = Round.FIRST;
    private Hedging hedging = Hedging.NONE;
    private State state = State.NEW;
    private long wakeAt = Long.MAX_VALUE;
    private int subject;
    private boolean last;

    GuardedCall(Guard guard) {
        this.terms = new Terms(guard);
        this.flights = new Flights(terms);
        this.ending = new CallEnding(terms, flights);
    }

    /**
     * Makes a call that is over, or was never started, ready for another {@link #start}, so that drivers need not
     * allocate: a call that succeeds then costs the heap nothing.
     *
     * @param guard of the next call, be it the same or not
     * @throws IllegalStateException if an attempt is on its way, or a retry waits
     */
    @SuppressWarnings("ReferenceEquality") // as in Terms
    public void reuse(Guard guard) {
        if (state == State.RUNNING || state == State.BACKING_OFF) {
            throw new IllegalStateException("a call under way is not to be used again");
        }
        terms.reuse(guard);
        flights.reuse();
        ending.reuse();
        if (round != Round.FIRST) {
            round = Round.FIRST;
        }
        if (hedging != Hedging.NONE) {
            hedging = Hedging.NONE;
        }
        state = State.NEW;
        subject = 0;
        last = false;
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
        return start(now, options.deadlineIn(context), options, context);
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
        Refusal no = admit(now);
        if (no != null) {
            return refused(no, now);
        }
        return terms.isFollowed() && terms.policies().paces() ? pacedRound(now) : beginRound(now);
    }

    private @Nullable Refusal admit(long now) {
        Policies policies = terms.policies();
        if (policies.gatesCalls) {
            Refusal no = policies.callGate.enter(terms.context(), now, policies.random);
            if (no != null) {
                return no;
            }
            ending.admitted();
        }
        if (policies.hedge != null && !last) {
            hedging = Hedging.of(policies.hedge, terms.options());
        }
        return null;
    }

    private Step pacedRound(long now) {
        return switch (Round.first(terms, now)) {
            case Granted(long wait) -> wait == 0 ? beginRound(now) : waitUntil(now + wait);
            case Denied(Refusal why) -> refused(why, now);
        };
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

    /**
     * What an attempt has given that is about to end, for those who listen; it decides nothing. To be told, if it is,
     * before {@link #attemptEnded}. Exactly one is not null, unless the answer is null.
     *
     * @param number of the attempt; one that is no longer waited for may be told too
     */
    public void gave(int number, @Nullable Object answer, @Nullable Throwable error) {
        if (terms.isHeard()) {
            flights.gave(number, answer, error);
        }
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
        if (late || ended == Outcome.CANCELLED) {
            // Drivers differ in whether they hear what comes of an attempt that is given up.
            attempt.forgetWhatItGave();
        }
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
        round.succeeded(terms.policies());
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
        if (state == State.ENDING || state == State.FINISHED) {
            return Step.WAIT;
        }
        ending.cancelled();
        return switch (state) {
            case RUNNING -> {
                flights.doomAll(now);
                yield then(State.ENDING, now);
            }
            case DECIDING -> {
                state = State.ENDING;
                yield Step.WAIT;
            }
            case BACKING_OFF -> {
                round.notSent(terms.policies());
                yield finish(now);
            }
            case NEW, ENDING, FINISHED -> finish(now);
        };
    }

    /**
     * Nothing can be sent again, whatever comes of the attempts in flight: what a caller sends is read as it comes,
     * say, and is gone. No retry and no hedge follows; not even after an attempt that was not processed. A wait for a
     * retry ends the call at once.
     */
    public Step noFurtherAttempt(long now) {
        if (state == State.ENDING || state == State.FINISHED) {
            return Step.WAIT;
        }
        last = true;
        hedging.attemptsAreOver();
        if (state == State.BACKING_OFF && flights.begun() > 0) {
            return notSent(LAST, now);
        }
        setWakeAt();
        return Step.WAIT;
    }

    /**
     * The caller has begun to get the answer of an attempt: no other can take its place. Those beside it are cancelled,
     * and {@linkplain #noFurtherAttempt none follows}. The attempt itself goes on, within its time.
     *
     * @param number of the attempt; one that is no longer waited for changes nothing
     */
    public Step answerBegan(int number, long now) {
        if (flights.live(number) == null) {
            return Step.WAIT;
        }
        noFurtherAttempt(now);
        flights.doomOthers(number, now);
        return then(State.RUNNING, now);
    }

    /** All attempts have failed: again, or not? */
    private Step decide(long now) {
        if (last) {
            return terms.policies().retry == null ? finish(now) : refused(LAST, now);
        }
        return switch (round.another(terms, ending, now)) {
            case null -> finish(now);
            case Retry again -> backOff(again, now);
            case Stop stop -> refused(stop.why(), now);
        };
    }

    private Step backOff(Retry again, long now) {
        round = round.then(again);
        long delay = again.delay();
        if (terms.isHeard()) {
            terms.tell(new RetryScheduled(terms.facts(), flights.begun(), ending.outcome(), delay, now));
        }
        return delay == 0 ? beginRound(now) : waitUntil(again.at());
    }

    /** A round that was decided is not begun after all. */
    private Step notSent(Refusal no, long now) {
        round.notSent(terms.policies());
        return refused(no, now);
    }

    private Step refused(Refusal no, long now) {
        ending.refused(no, now);
        return finish(now);
    }

    private Step finish(long now) {
        state = State.FINISHED;
        wakeAt = Long.MAX_VALUE;
        ending.over(now);
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
        return flights.described(subject);
    }

    /** Where to send that attempt, after {@link Step#BEGIN}; null where the guard has no endpoints. */
    public @Nullable Endpoint endpoint() {
        return flights.onItsWay(subject).endpoint;
    }

    /** When the time of that attempt runs out, after {@link Step#BEGIN}; {@link Long#MAX_VALUE} for never. */
    public long timeoutAt() {
        return flights.onItsWay(subject).timeoutAt;
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

    /** Whether there is a context to bind while an attempt begins: outside of any request nothing is paid for it. */
    boolean bindsContext() {
        return !terms.context().isNone() || terms.policies().attemptContext != null;
    }

    /** Those that it goes by. */
    Policies policies() {
        return terms.policies();
    }

    /**
     * What an attempt came to that gave this answer or threw this error, as the guard's classifier has it.
     *
     * @param error null if it gave an answer
     */
    public Outcome outcomeOf(@Nullable Object answer, @Nullable Throwable error) {
        return terms.policies().outcomeOf(answer, error);
    }

    /** When the server wants to be asked again, if that answer or error says so. */
    public @Nullable Duration retryAfter(@Nullable Object answer, @Nullable Throwable error) {
        return terms.policies().retryAfter(answer, error);
    }

    /** When to report {@link #timerFired}; {@link Long#MAX_VALUE} for never. */
    public long wakeAt() {
        return wakeAt;
    }

    /** Whether it has been told to {@link Step#FINISH}, and was not started anew since. */
    public boolean isFinished() {
        return state == State.FINISHED;
    }

    /**
     * Whether no attempt so far may have been processed, so that whoever is told of the failure may send the call again
     * whatever it asks for: none was begun, or each {@linkplain Outcome#NOT_PROCESSED provably was not}.
     */
    public boolean isUnprocessed() {
        return flights.isUnprocessed();
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

    /**
     * What the caller of a call that did not succeed is to see: a {@link CallDroppedException}, a
     * {@link CallTimeoutException}, or what the {@linkplain #decisive decisive} attempt threw, with the reason why it
     * was the last among its suppressed exceptions.
     *
     * @param error what that attempt threw, if it ended by itself
     * @return null if it is the answer of that attempt
     */
    public @Nullable Throwable failure(@Nullable Throwable error) {
        return ending.failure(error);
    }
}
