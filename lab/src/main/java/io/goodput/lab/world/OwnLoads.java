package io.goodput.lab.world;

import io.goodput.Outcome;

/** Everybody loads what they miss, and what they are told to refresh. */
record OwnLoads(Callee callee, CacheStore store) implements CacheLoads {
    @Override
    public void load(int key, Origin origin, long deadline, Caller caller, long now) {
        callee.call(
                origin,
                deadline,
                (outcome, then) -> {
                    store.loaded(key, outcome == Outcome.SUCCESS, now, then);
                    caller.answered(outcome, then);
                },
                now);
    }

    @Override
    public void refresh(int key, Origin origin, long now) {
        load(key, origin, Long.MAX_VALUE, (_, _) -> {}, now);
    }
}
