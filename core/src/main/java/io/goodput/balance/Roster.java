package io.goodput.balance;

import io.goodput.balance.Balancer.Settings;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** All endpoints as they are at a time, and what follows from it. Made anew when something changes. */
final class Roster {
    /** So many keys' pools are remembered, and worked out again when another key takes their place. */
    private static final int KEYS = 1 << 12;

    private static final int SPREAD = 0x9E37_79B9;

    final List<Endpoint> endpoints;
    final Settings settings;
    final Cost cost;
    final Pool pool;
    private final @Nullable Subset subset;
    private final AtomicReferenceArray<@Nullable Keyed> keys;

    private record Keyed(Object key, Pool pool) {}

    Roster(List<Endpoint> endpoints, Settings settings, AtomicInteger turn) {
        this.endpoints = endpoints;
        this.settings = settings;
        this.cost = Cost.of(settings);
        this.pool = new Pool(endpoints, settings, turn);
        this.subset = endpoints.isEmpty() ? null : settings.subset();
        this.keys = new AtomicReferenceArray<>(subset == null ? 0 : KEYS);
    }

    /** Those that serve the key. */
    Pool pool(@Nullable Object key) {
        if (key == null || subset == null) {
            return pool;
        }
        int place = (key.hashCode() * SPREAD) >>> (Integer.SIZE - Integer.numberOfTrailingZeros(KEYS));
        Keyed known = keys.get(place);
        if (known == null || !known.key.equals(key)) {
            List<Endpoint> members = Pool.members(endpoints, subset.of(key, endpoints));
            known = new Keyed(key, new Pool(members, settings, new AtomicInteger(key.hashCode())));
            keys.set(place, known);
        }
        return known.pool;
    }

    /**
     * What a call costs at a typical endpoint, in nanoseconds: the geometric mean of their {@link Endpoint#load()},
     * which one slow endpoint of many hardly moves. 0 if nothing is known.
     */
    double typicalLoad() {
        double logarithms = 0;
        int known = 0;
        for (Endpoint endpoint : endpoints) {
            double load = endpoint.load();
            if (load > 0) {
                logarithms += Math.log(load);
                known++;
            }
        }
        return known == 0 ? 0 : Math.exp(logarithms / known);
    }
}
