package io.goodput.lab.model;

import io.goodput.config.policy.client.GuardSettings;
import io.goodput.quorum.QuorumFetch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a caller calls a service.
 *
 * @param service its name
 * @param operation of the service
 * @param guard the policies, as an application configures them
 * @param route which endpoint takes an attempt where the guard has no balancer
 * @param idempotent whether to do it twice does no harm
 * @param share of the requests that make the call
 * @param fanOut how many calls there are
 * @param optional whether a request goes on without it when it fails
 * @param fallback what is called instead when it fails
 * @param partition the size of the shards that the balancer's endpoints are cut into, each key in one; 0 for none
 * @param connections the connection that each process keeps; null if each attempt finds its own way
 * @param cache what each process keeps of the answers; null if nothing
 */
public record Dependency(
        String service,
        String operation,
        GuardSettings guard,
        Route route,
        boolean idempotent,
        double share,
        FanOut fanOut,
        boolean optional,
        @Nullable Dependency fallback,
        int partition,
        @Nullable Connections connections,
        @Nullable Caching cache) {
    /** Which endpoint takes an attempt where the guard has no balancer. */
    public enum Route {
        /** Any, by chance, as by DNS. */
        RANDOM,
        /** That of the request's key: endpoint k mod n. */
        BY_KEY
    }

    /**
     * How many calls are made for one request.
     *
     * @param calls of them
     * @param needed how many must succeed
     * @param parallel all at once; otherwise one after the other
     * @param spareDelay after which those beyond the needed ones are made, or sooner for each that fails; zero if they
     *     are made at once
     */
    public record FanOut(int calls, int needed, boolean parallel, Duration spareDelay) {
        /** One call. */
        public static final FanOut ONE = new FanOut(1, 1, false);

        /** Refuses to need more calls than are made, and to spare calls that are made one after the other. */
        public FanOut {
            if (calls < 1 || needed < 1 || needed > calls) {
                throw new IllegalArgumentException("needs " + needed + " of " + calls + " calls");
            }
            if (spareDelay.isPositive() && !parallel) {
                throw new IllegalArgumentException("spares calls that are made one after the other");
            }
        }

        /** All calls at once, or one after the other. */
        public FanOut(int calls, int needed, boolean parallel) {
            this(calls, needed, parallel, Duration.ZERO);
        }

        /** The same as an application's fetch. */
        public QuorumFetch.Settings plan() {
            QuorumFetch.Settings atOnce = QuorumFetch.Settings.of(needed, calls);
            return spareDelay.isZero() ? atOnce : atOnce.startingWith(needed, spareDelay);
        }
    }

    /** A plain call. */
    public static Dependency on(String service, GuardSettings guard) {
        return new Dependency(
                service, Operation.MAIN, guard, Route.RANDOM, false, 1, FanOut.ONE, false, null, 0, null, null);
    }

    /** The same under other policies. */
    public Dependency withGuard(GuardSettings other) {
        return new Dependency(
                service,
                operation,
                other,
                route,
                idempotent,
                share,
                fanOut,
                optional,
                fallback,
                partition,
                connections,
                cache);
    }

    /** One call of the same, under other policies and with nothing around it. */
    public Dependency plain(GuardSettings other) {
        return new Dependency(service, operation, other, route, idempotent, 1, FanOut.ONE, false, null, 0, null, null);
    }

    /** How many keys the cache of one process may hold; 0 if it keeps none. */
    long cachedKeys() {
        return cache instanceof Caching.Kept kept ? kept.popularity().keys() : 0;
    }

    /** What may be called besides. */
    List<Dependency> alternatives() {
        return fallback == null ? List.of() : List.of(fallback);
    }

    /** This, and what may be called besides. */
    public List<Dependency> everything() {
        var all = new ArrayList<Dependency>();
        all.add(this);
        alternatives().forEach(other -> all.addAll(other.everything()));
        return all;
    }
}
