package io.goodput.lab.world;

import io.goodput.Outcome;
import io.goodput.cache.Coalescer;
import io.goodput.cache.Resolution;
import io.goodput.sim.Reminder;
import io.goodput.sim.Simulation;

/** One load for all who miss the same key at the same time, as an application's own {@link Coalescer} says. */
final class SharedLoads implements CacheLoads {
    /** Somebody who misses a key. */
    private record Miss(Origin origin, long deadline, Caller caller) {}

    private final Callee callee;
    private final CacheStore store;
    private final Coalescer<Integer, Miss> coalescer;
    private final Reminder deadline;

    SharedLoads(Callee callee, CacheStore store, Simulation simulation, Coalescer.Settings settings) {
        this.callee = callee;
        this.store = store;
        this.coalescer = new Coalescer<>(settings);
        this.deadline = new Reminder(simulation, "load", this::expire);
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
    private void expire(long now) {
        tell(coalescer.expired(now), Outcome.TIMEOUT, now);
        setTimer();
    }

    private void setTimer() {
        deadline.set(coalescer.earliestDeadline());
    }
}
