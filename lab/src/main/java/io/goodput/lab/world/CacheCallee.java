package io.goodput.lab.world;

import io.goodput.Outcome;
import io.goodput.cache.CacheLoad;
import io.goodput.cache.CacheRead;
import io.goodput.cache.CacheRefusal;
import io.goodput.cache.CacheRequest;
import io.goodput.cache.Joined;
import io.goodput.cache.LoadEnd;
import io.goodput.cache.ReadThrough;
import io.goodput.cache.Resolution;
import io.goodput.lab.model.Caching;
import io.goodput.lab.world.fault.CacheFaults;
import io.goodput.sim.Reminder;
import io.goodput.sim.Streams;
import java.util.random.RandomGenerator;

/** A dependency behind a cache: calls when an application's own {@link ReadThrough} says so. */
final class CacheCallee implements Callee {
    /** Somebody who asks for a key. */
    private record Asker(CallOrigin origin, long deadline, Caller caller) {}

    private final Callee callee;
    private final ReadThrough<Integer, Asker> reads;
    private final CacheStore store;
    private final Zipf keys;
    private final RandomGenerator choice;
    private final Reminder deadline;

    CacheCallee(Callee callee, World world, Caching.Kept kept, CacheFaults faults, Streams streams) {
        this.callee = callee;
        this.reads = new ReadThrough<>(new ReadThrough.Settings(
                kept.entries().freshness(), kept.entries().loading(), kept.coalesced()));
        this.store = new CacheStore(kept, faults, streams);
        this.keys = new Zipf(kept.popularity());
        this.choice = streams.stream("keys");
        this.deadline = new Reminder(world.simulation, "load", this::expire);
    }

    ReadThrough<?, ?> reads() {
        return reads;
    }

    @Override
    public void call(CallOrigin origin, long deadline, Caller caller, long now) {
        int key = keys.draw(choice);
        var asker = new Asker(origin, deadline, caller);
        CacheRequest<Integer, Asker> request = request(key, asker);
        switch (reads.read(request, store.entry(key, now), store.time(now), store.random(now))) {
            case CacheRead.Serve _ -> caller.answered(Outcome.SUCCESS, now);
            case CacheRead.Refresh(long token) -> {
                load(request.behind(), new Asker(origin.behind(), Long.MAX_VALUE, (_, _) -> {}), token, now);
                caller.answered(Outcome.SUCCESS, now);
            }
            case CacheRead.Load(long token) -> load(request, asker, token, now);
            case Joined.Waits _ -> {}
            case CacheRefusal refusal ->
                caller.answered(refusal == CacheRefusal.TOO_LATE ? Outcome.TIMEOUT : Outcome.DROPPED, now);
        }
        setTimer();
    }

    private CacheRequest<Integer, Asker> request(int key, Asker asker) {
        return new CacheRequest<>(key, asker, store.time(asker.deadline));
    }

    private void load(CacheRequest<Integer, Asker> request, Asker asker, long token, long began) {
        var load = new CacheLoad<>(request, token, store.time(began));
        callee.call(asker.origin, asker.deadline, (outcome, now) -> ended(load, asker, outcome, now), began);
    }

    private void ended(CacheLoad<Integer, Asker> load, Asker asker, Outcome outcome, long now) {
        int key = load.key();
        RandomGenerator random = store.random(now);
        LoadEnd<Integer, Asker> end = outcome == Outcome.SUCCESS
                ? reads.loaded(load, false, store.time(now), random)
                : reads.failed(load, store.entry(key, now), store.time(now), random);
        store.keep(key, end.entry(), now);
        asker.caller.answered(outcome, now);
        tell(end.told(), outcome, now);
        setTimer();
    }

    private void tell(Resolution<Integer, Asker> told, Outcome outcome, long now) {
        told.answered().forEach(asker -> asker.caller.answered(outcome, now));
        told.timedOut().forEach(asker -> asker.caller.answered(Outcome.TIMEOUT, now));
        told.leads().forEach(lead -> load(request(lead.key(), lead.waiter()), lead.waiter(), lead.token(), now));
    }

    /** Somebody's time is up. */
    private void expire(long now) {
        tell(reads.expired(store.time(now)), Outcome.TIMEOUT, now);
        setTimer();
    }

    private void setTimer() {
        deadline.set(store.instant(reads.earliestDeadline()));
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
