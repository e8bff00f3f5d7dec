package io.goodput.lab.world;

import io.goodput.CallContext;
import io.goodput.Outcome;
import io.goodput.config.policy.client.GuardSettings;
import io.goodput.guard.CallOptions;
import io.goodput.health.DependencyCheck;
import io.goodput.health.ServerHealth;
import io.goodput.health.Status;
import io.goodput.lab.model.Dependency;
import io.goodput.lab.model.Probing;
import io.goodput.sim.Event;
import io.goodput.sim.Streams;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Looks at one endpoint again and again, beginning at a point of the period that chance chooses, and tells the
 * balancers of those who call it what the endpoint's own {@link ServerHealth} says.
 */
final class HealthProbe implements Event {
    private final World world;
    private final Host host;
    private final ServerHealth health;
    private final long every;
    private final Map<String, Callee> dependencies = new LinkedHashMap<>();

    HealthProbe(World world, Host host, Probing probing, Streams streams) {
        this.world = world;
        this.host = host;
        this.health = new ServerHealth(probing.checks(), 0);
        this.every = probing.every().toNanos();
        GuardSettings guard = GuardSettings.NONE.withTimeout(probing.timeout());
        for (DependencyCheck check : probing.checks().dependencies()) {
            Dependency call = host.fleet.service.call(check.name());
            dependencies.put(check.name(), world.callee(call.plain(guard), host.process(), streams));
        }
        world.simulation.after((long) (every * streams.stream("probe").nextDouble()), this);
    }

    @Override
    public void fire(long now) {
        if (every <= world.end - now) {
            world.simulation.after(every, this);
        }
        if (host.isDown()) {
            host.fleet.announce(host, false);
        } else if (dependencies.isEmpty()) {
            host.fleet.announce(host, true);
        } else {
            dependencies.forEach((name, callee) -> check(name, callee, now));
        }
    }

    private void check(String name, Callee callee, long now) {
        var origin = new CallOrigin(world.nextCall(), CallOptions.NONE, CallContext.NONE, 0, 1, 0);
        FollowedUnit unit = world.follows ? host.process().instruments().begin(begin(origin)) : null;
        callee.call(
                unit == null ? origin : origin.in(unit.context()),
                Long.MAX_VALUE,
                (outcome, then) -> {
                    if (unit != null) {
                        unit.ended(outcome, null);
                    }
                    health.report(name, outcome == Outcome.SUCCESS ? Status.UP : Status.DOWN, "", then);
                    host.fleet.announce(
                            host, !host.isDown() && health.readiness(then).up());
                },
                now);
    }

    private static UnitBegin begin(CallOrigin origin) {
        return new UnitBegin(ProcessSite.HEALTH, origin.number(), origin.context(), 0, -1);
    }

    @Override
    public String label() {
        return "probe";
    }
}
