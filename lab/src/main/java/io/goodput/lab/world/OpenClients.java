package io.goodput.lab.world;

import io.goodput.Outcome;
import io.goodput.sim.Event;
import io.goodput.sim.random.Arrivals;

/** Calls that come whatever became of the earlier ones. */
final class OpenClients implements Event, Caller {
    private final Crowd crowd;
    private final Arrivals arrivals;

    OpenClients(Crowd crowd, Arrivals arrivals) {
        this.crowd = crowd;
        this.arrivals = arrivals;
    }

    void start() {
        scheduleNext();
    }

    @Override
    public void fire(long now) {
        scheduleNext();
        crowd.call(this, now);
    }

    private void scheduleNext() {
        long next = arrivals.next();
        if (next <= crowd.world.end) {
            crowd.world.simulation.schedule(next, this);
        }
    }

    @Override
    public void answered(Outcome outcome, long now) {}

    @Override
    public String label() {
        return "call";
    }
}
