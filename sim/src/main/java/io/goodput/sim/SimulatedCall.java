package io.goodput.sim;

import io.goodput.CallContext;
import io.goodput.Outcome;
import io.goodput.guard.CallOptions;
import io.goodput.guard.DrivenCall;
import io.goodput.guard.Guard;
import io.goodput.guard.GuardedCall;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a {@link GuardedCall} under virtual time: the policies that decide here are those that decide in
 * production.
 *
 * <p>A model extends this with what an attempt is. It is its own timer, so a call costs no other object.
 */
public abstract class SimulatedCall extends DrivenCall implements Event {
    private final Simulation simulation;
    private long timer;
    private long timerAt = Long.MAX_VALUE;

    /** A call through the guard, not yet started. */
    protected SimulatedCall(Simulation simulation, Guard guard) {
        super(guard);
        this.simulation = simulation;
    }

    /** Starts the call now; the earliest deadline of the options, the context and the guard counts. */
    public final void start(CallOptions options, CallContext context) {
        start(options, context, simulation.nanos());
    }

    /** An attempt has ended now; see {@link GuardedCall#attemptEnded}. */
    public final void attemptEnded(int attempt, Outcome outcome, @Nullable Duration retryAfter) {
        attemptEnded(attempt, outcome, retryAfter, simulation.nanos());
    }

    /** The caller has lost interest now. */
    public final void giveUp() {
        giveUp(simulation.nanos());
    }

    /** The call's timer. */
    @Override
    public final void fire(long now) {
        timerAt = Long.MAX_VALUE;
        timerFired(now);
    }

    @Override
    public final String label() {
        return "timer";
    }

    @Override
    protected final void wakeAt(long at) {
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
