package io.goodput.lab.world;

import io.goodput.Outcome;
import io.goodput.lab.model.Caching;
import io.goodput.lab.model.Dependency;
import io.goodput.sim.Streams;
import io.goodput.sim.net.Station;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What lies before the guard of a dependency: whether it is called, how often, and what if it fails. */
final class Wiring {
    private final World world;
    private final Station from;
    private final @Nullable ClientTally client;

    /**
     * For one process.
     *
     * @param client counts what a population sends; null if a service calls
     */
    Wiring(World world, Station from, @Nullable ClientTally client) {
        this.world = world;
        this.from = from;
        this.client = client;
    }

    Callee callee(Dependency dependency, Streams streams) {
        Callee callee = new Channel(world, dependency, from, client, streams);
        if (dependency.fallback() != null) {
            callee = fallback(callee, callee(dependency.fallback(), streams.fork("fallback")));
        }
        Dependency.FanOut fanOut = dependency.fanOut();
        if (fanOut.calls() > 1) {
            callee = fanOut.parallel()
                    ? new QuorumCallee(callee, fanOut.plan(), world.simulation)
                    : new FanOutCallee(callee, fanOut);
        }
        callee = cached(callee, dependency.cache(), streams);
        if (dependency.optional()) {
            callee = optional(callee);
        }
        return dependency.share() == 1 ? callee : sometimes(callee, dependency.share(), streams.stream("share"));
    }

    private static Callee fallback(Callee first, Callee second) {
        return (origin, deadline, caller, now) -> first.call(
                origin,
                deadline,
                (outcome, then) -> {
                    if (outcome == Outcome.SUCCESS) {
                        caller.answered(outcome, then);
                    } else {
                        second.call(origin, deadline, caller, then);
                    }
                },
                now);
    }

    private Callee cached(Callee callee, @Nullable Caching cache, Streams streams) {
        return switch (cache) {
            case null -> callee;
            case Caching.Hits(double share) -> CacheCallee.hitting(share, callee, streams.stream("hits"));
            case Caching.Kept kept ->
                new CacheCallee(callee, world, kept, world.cacheFaults(from.group()), streams.fork("cache"));
        };
    }

    private static Callee optional(Callee callee) {
        return (origin, deadline, caller, now) ->
                callee.call(origin, deadline, (_, then) -> caller.answered(Outcome.SUCCESS, then), now);
    }

    private static Callee sometimes(Callee callee, double share, RandomGenerator random) {
        return (origin, deadline, caller, now) -> {
            if (random.nextDouble() < share) {
                callee.call(origin, deadline, caller, now);
            } else {
                caller.answered(Outcome.SUCCESS, now);
            }
        };
    }
}
