package io.goodput.lab.world;

import io.goodput.Outcome;
import io.goodput.cache.Coalescer;
import io.goodput.cache.Resolution;
import io.goodput.sim.Event;
import io.goodput.sim.Simulation;

/** One load for all who miss the same key at the same time, as an application's own {@link Coalescer} says. */
final class SharedLoads implements CacheLoads, Event {
    /** Somebody who misses a key. */
    private record Miss(Origin origin, long deadline, Caller caller) {}

    private final Callee callee;
    private final CacheStore store;
    private final Simulation simulation;
    private final Coalescer<Integer, Miss> coalescer;
    private long timer;
    private long timerAt = Long.MAX_VALUE;

    SharedLoads(Callee callee, CacheStore store, Simulation simulation, Coalescer.Settings settings) {
        this.callee = callee;
        this.store = store;
        this.simulation = simulation;
        this.coalescer = new Coalescer<>(settings);
    }

    @Override
    public void load(int key, Origin origin, long deadline, Caller caller, long now) {
        var miss = new Miss(origin, deadline, caller);
        long token = coalescer.join(key, miss, deadline, now);
        if (token > 0) {
            lead(key, miss, token, now);
        } else if (token == Coalescer.TOO_LATE) {
            caller.answered(Outcome.TIMEOUT, now);
        } else if (token != Coalescer.WAIT) {
            caller.answered(Outcome.DROPPED, now);
        }
        setTimer();
    }

    @Override
    public void refresh(int key, Origin origin, long now) {
        long token = coalescer.lead(key, Long.MAX_VALUE, now);
        if (token > 0) {
            lead(key, new Miss(origin, Long.MAX_VALUE, (_, _) -> {}), token, now);
        }
    }

    private void lead(int key, Miss miss, long token, long began) {
        callee.call(
                miss.origin,
                miss.deadline,
                (outcome, now) -> {
                    boolean well = outcome == Outcome.SUCCESS;
                    var resolution = well ? coalescer.completed(key, token, now) : coalescer.failed(key, token, now);
                    if (resolution.current() || !well) {
                        store.loaded(key, well, began, now);
                    }
                    miss.caller.answered(outcome, now);
                    tell(resolution, outcome, now);
                    setTimer();
                },
                began);
    }

    private void tell(Resolution<Integer, Miss> resolution, Outcome outcome, long now) {
        resolution.answered().forEach(miss -> miss.caller.answered(outcome, now));
        resolution.timedOut().forEach(miss -> miss.caller.answered(Outcome.TIMEOUT, now));
        resolution.leads().forEach(lead -> lead(lead.key(), lead.waiter(), lead.token(), now));
    }

    /** Somebody's time is up. */
    @Override
    public void fire(long now) {
        timerAt = Long.MAX_VALUE;
        tell(coalescer.expired(now), Outcome.TIMEOUT, now);
        setTimer();
    }

    private void setTimer() {
        long at = coalescer.earliestDeadline();
        if (at != timerAt) {
            if (timerAt != Long.MAX_VALUE) {
                simulation.cancel(timer);
            }
            timerAt = at;
            if (at != Long.MAX_VALUE) {
                timer = simulation.schedule(Math.max(at, simulation.nanos()), this);
            }
        }
    }

    @Override
    public String label() {
        return "load";
    }
}
