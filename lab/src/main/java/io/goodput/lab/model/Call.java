package io.goodput.lab.model;

import io.goodput.GuardedCall;
import io.goodput.Outcome;
import io.goodput.sim.SimulatedCall;

/** One call of a client, through its guard, with all its attempts. */
final class Call extends SimulatedCall {
    private final World world;
    private final Caller caller;
    private final long startedAt;

    Call(World world, Caller caller) {
        super(world.simulation, world.guard);
        this.world = world;
        this.caller = caller;
        this.startedAt = world.simulation.nanos();
    }

    @Override
    protected void begin(int attempt, long now) {
        world.tally.attempted(now);
        new Request(world, this, attempt).send();
    }

    /** The service is not told: it works on, and its answer is ignored. */
    @Override
    protected void cancel(int attempt, long now) {
        world.tally.timedOut(now);
    }

    @Override
    protected void finished(GuardedCall call, long now) {
        if (call.outcome() == Outcome.SUCCESS) {
            world.tally.succeeded(now, now - startedAt);
        }
        caller.answered(now);
    }
}
