package io.goodput.lab.world;

import io.goodput.sim.Event;
import io.goodput.sim.Simulation;
import java.util.function.LongConsumer;

/** Tells somebody that it is time, at an instant that may be changed. */
final class Reminder implements Event {
    private final Simulation simulation;
    private final String label;
    private final LongConsumer told;
    private long timer;
    private long at = Long.MAX_VALUE;

    Reminder(Simulation simulation, String label, LongConsumer told) {
        this.simulation = simulation;
        this.label = label;
        this.told = told;
    }

    /** At that instant instead, or now if it is past; {@link Long#MAX_VALUE} for never. */
    void set(long instant) {
        if (instant == at) {
            return;
        }
        if (at != Long.MAX_VALUE) {
            simulation.cancel(timer);
        }
        at = instant;
        if (at != Long.MAX_VALUE) {
            timer = simulation.schedule(Math.max(at, simulation.nanos()), this);
        }
    }

    @Override
    public void fire(long now) {
        at = Long.MAX_VALUE;
        told.accept(now);
    }

    @Override
    public String label() {
        return label;
    }
}
