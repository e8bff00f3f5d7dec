package io.goodput.sim;

import java.util.function.LongConsumer;

/** Tells somebody that it is time, at an instant that may be changed. */
public final class Reminder implements Event {
    private final Simulation simulation;
    private final String label;
    private final LongConsumer told;
    private long timer;
    private long at = Long.MAX_VALUE;

    /**
     * One that is set to never.
     *
     * @param label of the event that it is
     * @param told the time, when it has come
     */
    public Reminder(Simulation simulation, String label, LongConsumer told) {
        this.simulation = simulation;
        this.label = label;
        this.told = told;
    }

    /** At that instant instead, or now if it is past; {@link Long#MAX_VALUE} for never. */
    public void set(long instant) {
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
