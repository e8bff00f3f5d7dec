package io.goodput.lab.world;

import io.goodput.Outcome;
import io.goodput.lab.model.Caching;
import io.goodput.lab.model.Dependency;
import io.goodput.lab.world.fault.CacheFaults;
import io.goodput.sim.Streams;
import java.util.random.RandomGenerator;

/** What lies before the guard of a dependency: whether it is called, how often, and what if it fails. */
final class Wiring {
    private final World world;
    private final LabProcess process;

    /** For one process. */
    Wiring(World world, LabProcess process) {
        this.world = world;
        this.process = process;
    }

    Callee callee(Dependency dependency, Streams streams) {
        Callee callee = new Channel(world, dependency, process, streams);
        if (dependency.fallback() != null) {
            callee = fallback(callee, callee(dependency.fallback(), streams.fork("fallback")));
        }
        Dependency.FanOut fanOut = dependency.fanOut();
        if (fanOut.calls() > 1) {
            callee = fanOut.parallel()
                    ? new QuorumCallee(callee, fanOut.plan(), world.simulation)
                    : new FanOutCallee(callee, fanOut);
        }
        callee = cached(callee, dependency, streams);
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

    private Callee cached(Callee callee, Dependency dependency, Streams streams) {
        return switch (dependency.cache()) {
            case null -> callee;
            case Caching.Hits(double share) -> CacheCallee.hitting(share, callee, streams.stream("hits"));
            case Caching.Kept kept -> {
                CacheFaults faults = world.cacheFaults(process.station().group());
                var caching = new CacheCallee(callee, world, kept, faults, streams.fork("cache"));
                process.instruments().cache(dependency.service(), caching.reads());
                yield caching;
            }
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
