package io.goodput.lab.model;

import io.goodput.CallContext;
import io.goodput.CallOptions;
import io.goodput.sim.Event;
import io.goodput.sim.random.Arrivals;

/** Calls that come whatever became of the earlier ones. */
final class OpenClients implements Event, Caller {
    private final World world;
    private final Arrivals arrivals;

    OpenClients(World world, Arrivals arrivals) {
        this.world = world;
        this.arrivals = arrivals;
    }

    void start() {
        scheduleNext();
    }

    @Override
    public void fire(long now) {
        scheduleNext();
        world.tally.offered(now);
        new Call(world, this).start(CallOptions.NONE, CallContext.NONE);
    }

    private void scheduleNext() {
        long next = arrivals.next();
        if (next <= world.end) {
            world.simulation.schedule(next, this);
        }
    }

    @Override
    public void answered(long now) {}

    @Override
    public String label() {
        return "call";
    }
}
