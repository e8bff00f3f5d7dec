package io.goodput.sim;

import io.goodput.CallContext;
import io.goodput.Outcome;
import io.goodput.guard.CallOptions;
import io.goodput.guard.Guard;
import io.goodput.guard.GuardedCall;
import io.goodput.guard.GuardedCall.Step;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a {@link GuardedCall} under virtual time: the policies that decide here are those that decide in
 * production.
 *
 * <p>A model extends this with what an attempt is. It is its own timer, so a call costs no other object.
 */
public abstract class SimulatedCall implements Event {
    private final Simulation simulation;
    private final GuardedCall call;
    private long timer;
    private long timerAt = Long.MAX_VALUE;

    /** A call through the guard, not yet started. */
    protected SimulatedCall(Simulation simulation, Guard guard) {
        this.simulation = simulation;
        this.call = guard.newCall();
    }

    /** Sends an attempt. Its end is reported by {@link #attemptEnded}. */
    protected abstract void begin(int attempt, long now);

    /** Takes an attempt back, or at least no longer waits for its answer: its time is up, or the caller gave up. */
    protected abstract void cancel(int attempt, long now);

    /** The call is over: the state machine says how, and after how many attempts. */
    protected abstract void finished(GuardedCall call, long now);

    /** The state machine, to ask what it has decided. */
    protected final GuardedCall call() {
        return call;
    }

    /** Starts the call; the earliest deadline of the options, the context and the guard counts. */
    public final void start(CallOptions options, CallContext context) {
        long now = simulation.nanos();
        follow(call.start(now, options, context), now);
    }

    /** An attempt has ended now; see {@link GuardedCall#attemptEnded}. */
    public final void attemptEnded(int attempt, Outcome outcome, @Nullable Duration retryAfter) {
        long now = simulation.nanos();
        follow(call.attemptEnded(attempt, outcome, retryAfter, now), now);
    }

    /** The caller has lost interest. */
    public final void giveUp() {
        long now = simulation.nanos();
        follow(call.callerCancelled(now), now);
    }

    /** The call's timer. */
    @Override
    public final void fire(long now) {
        timerAt = Long.MAX_VALUE;
        follow(call.timerFired(now), now);
    }

    @Override
    public final String label() {
        return "timer";
    }

    private void follow(Step first, long now) {
        Step step = first;
        while (step == Step.BEGIN || step == Step.CANCEL) {
            if (step == Step.BEGIN) {
                begin(call.attempt(), now);
            } else {
                cancel(call.attempt(), now);
            }
            step = call.next(now);
        }
        setTimer(call.wakeAt());
        if (step == Step.FINISH) {
            finished(call, now);
        }
    }

    private void setTimer(long at) {
        if (at == timerAt) {
            return;
        }
        if (timerAt != Long.MAX_VALUE) {
            simulation.cancel(timer);
        }
        timerAt = at;
        if (at != Long.MAX_VALUE) {
            timer = simulation.schedule(at, this);
        }
    }
}
