package io.goodput.lab.world;

import io.goodput.lab.model.Fault;
import io.goodput.lab.model.Model;
import io.goodput.sim.Event;
import io.goodput.sim.Span;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * The faults that need an event: endpoints that go down, and come up again. All others are looked up when they matter.
 */
final class Outages {
    private final World world;

    Outages(World world) {
        this.world = world;
    }

    void schedule(Model model) {
        for (Fault fault : model.faults()) {
            switch (fault) {
                case Fault.Crash(var span, var target) ->
                    world.fleet(target.service()).hosts().stream()
                            .filter(host -> host.is(target))
                            .forEach(host -> takeDown(host, span));
                case Fault.CapacityLoss(var span, var target, var share) -> {
                    List<Host> hosts = world.fleet(target.service()).hosts();
                    int lost = (int) Math.ceil(share * hosts.size());
                    hosts.subList(hosts.size() - lost, hosts.size()).forEach(host -> takeDown(host, span));
                }
                default -> {}
            }
        }
    }

    private void takeDown(Host host, Span span) {
        at(span.from(), "down", host::goDown);
        at(span.to(), "up", host::comeUp);
    }

    /** A host that has gone down comes up again at that instant. */
    void later(long when, Host host) {
        at(when, "up", host::comeUp);
    }

    private void at(long when, String label, LongConsumer what) {
        if (when <= world.end) {
            world.simulation.schedule(when, new Event() {
                @Override
                public void fire(long now) {
                    what.accept(now);
                }

                @Override
                public String label() {
                    return label;
                }
            });
        }
    }
}
