package io.goodput.guard;

import io.goodput.CallContext;
import io.goodput.Outcome;
import io.goodput.guard.GuardedCall.Step;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a {@link GuardedCall} for one thread that serves many calls, an event loop or a simulation: it holds no
 * thread and makes no future. Who extends it says what an attempt is, and keeps one timer.
 *
 * <p>Not thread-safe. Any of its methods may be called while an attempt is begun or cancelled, be it that the attempt
 * has failed already: what is reported then is dealt with as soon as the steps under way are done. When the call is
 * over, {@link #finished} may {@linkplain #reuse make it ready} for another and start it; a call that succeeds then
 * allocates nothing.
 */
public abstract class DrivenCall {
    /** What is reported while steps are under way. */
    private sealed interface Report {
        record Ended(int attempt, Outcome outcome, @Nullable Duration retryAfter) implements Report {}

        record Began(int attempt) implements Report {}

        record Last() implements Report {}

        record GivenUp() implements Report {}
    }

    private static final Report.Last LAST = new Report.Last();
    private static final Report.GivenUp GIVEN_UP = new Report.GivenUp();

    private final GuardedCall call;
    private boolean stepping;

    /** Null until something is reported while steps are under way, which is seldom. */
    private @Nullable Deque<Report> postponed;

    /** A call through the guard, not yet started. */
    protected DrivenCall(Guard guard) {
        this.call = guard.newCall();
    }

    /** Sends an attempt. Its end is reported by {@link #attemptEnded}, here and now if need be. */
    protected abstract void begin(int attempt, long now);

    /** Takes an attempt back, or at least no longer waits for its answer: its time is up, or the caller gave up. */
    protected abstract void cancel(int attempt, long now);

    /** The call is over: the state machine says how, and after how many attempts. */
    protected abstract void finished(GuardedCall call, long now);

    /**
     * Sets the call's timer, in place of where it was set before: at that instant, {@link #timerFired} is due.
     *
     * @param at {@link Long#MAX_VALUE} for never
     */
    protected abstract void wakeAt(long at);

    /** The state machine, to ask what it has decided. */
    protected final GuardedCall call() {
        return call;
    }

    /** Makes a call that is over, or was never started, ready for {@link #start}; see {@link GuardedCall#reuse}. */
    public final void reuse(Guard guard) {
        call.reuse(guard);
    }

    /** Starts the call; the earliest deadline of the options, the context and the guard counts. */
    public final void start(CallOptions options, CallContext context, long now) {
        follow(call.start(now, options, context), now);
    }

    /** An attempt has ended; see {@link GuardedCall#attemptEnded}. */
    public final void attemptEnded(int attempt, Outcome outcome, @Nullable Duration retryAfter, long now) {
        if (stepping) {
            postpone(new Report.Ended(attempt, outcome, retryAfter));
        } else {
            follow(call.attemptEnded(attempt, outcome, retryAfter, now), now);
        }
    }

    /** The caller has begun to get this attempt's answer; see {@link GuardedCall#answerBegan}. */
    public final void answerBegan(int attempt, long now) {
        if (stepping) {
            postpone(new Report.Began(attempt));
        } else {
            follow(call.answerBegan(attempt, now), now);
        }
    }

    /** Nothing can be sent again; see {@link GuardedCall#noFurtherAttempt}. */
    public final void noFurtherAttempt(long now) {
        if (stepping) {
            postpone(LAST);
        } else {
            follow(call.noFurtherAttempt(now), now);
        }
    }

    /** The caller has lost interest. */
    public final void giveUp(long now) {
        if (stepping) {
            postpone(GIVEN_UP);
        } else {
            follow(call.callerCancelled(now), now);
        }
    }

    /** The call's timer has fired. */
    protected final void timerFired(long now) {
        follow(call.timerFired(now), now);
    }

    private void follow(Step first, long now) {
        Step step = first;
        stepping = true;
        try {
            step = steps(step, now);
            while (step != Step.FINISH && postponed != null && !postponed.isEmpty()) {
                step = steps(step(postponed.remove(), now), now);
            }
        } finally {
            stepping = false;
            wakeAt(call.wakeAt());
        }
        if (step == Step.FINISH) {
            if (postponed != null) {
                postponed.clear();
            }
            finished(call, now);
        }
    }

    /** To the first step that is none of an attempt's. */
    private Step steps(Step first, long now) {
        Step step = first;
        while (step == Step.BEGIN || step == Step.CANCEL) {
            if (step == Step.BEGIN) {
                begin(call.attempt(), now);
            } else {
                cancel(call.attempt(), now);
            }
            step = call.next(now);
        }
        return step;
    }

    private void postpone(Report report) {
        if (postponed == null) {
            postponed = new ArrayDeque<>(2);
        }
        postponed.add(report);
    }

    private Step step(Report report, long now) {
        return switch (report) {
            case Report.Ended(int attempt, Outcome outcome, Duration retryAfter) ->
                call.attemptEnded(attempt, outcome, retryAfter, now);
            case Report.Began(int attempt) -> call.answerBegan(attempt, now);
            case Report.Last _ -> call.noFurtherAttempt(now);
            case Report.GivenUp _ -> call.callerCancelled(now);
        };
    }
}
