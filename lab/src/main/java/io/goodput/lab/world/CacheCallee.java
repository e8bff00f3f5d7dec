package io.goodput.lab.world;

import io.goodput.Outcome;
import io.goodput.cache.Decision;
import io.goodput.lab.model.Caching;
import io.goodput.lab.world.fault.CacheFaults;
import io.goodput.sim.Streams;
import java.util.random.RandomGenerator;

/** A dependency behind a cache: calls only for what is not there, or is to be loaded anew. */
final class CacheCallee implements Callee {
    private final CacheStore store;
    private final CacheLoads loads;
    private final Zipf keys;
    private final RandomGenerator choice;

    CacheCallee(Callee callee, World world, Caching.Kept kept, CacheFaults faults, Streams streams) {
        this.store = new CacheStore(kept, faults, streams);
        this.loads = kept.coalesced()
                ? new SharedLoads(
                        callee, store, world.simulation, kept.entries().loading())
                : new OwnLoads(callee, store);
        this.keys = new Zipf(kept.popularity());
        this.choice = streams.stream("keys");
    }

    @Override
    public void call(Origin origin, long deadline, Caller caller, long now) {
        int key = keys.draw(choice);
        Decision decision = store.decide(key, now);
        if (decision == Decision.MUST_LOAD) {
            loads.load(key, origin, deadline, caller, now);
            return;
        }
        if (decision.load()) {
            loads.refresh(key, origin, now);
        }
        caller.answered(decision.served() ? Outcome.SUCCESS : Outcome.DROPPED, now);
    }

    /** A share of the calls needs no other. */
    static Callee hitting(double share, Callee callee, RandomGenerator random) {
        return (origin, deadline, caller, now) -> {
            if (random.nextDouble() < share) {
                caller.answered(Outcome.SUCCESS, now);
            } else {
                callee.call(origin, deadline, caller, now);
            }
        };
    }
}
