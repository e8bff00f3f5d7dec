package io.goodput.lab.world.wire;

import io.goodput.lab.model.Delays;
import io.goodput.lab.model.Fault;
import io.goodput.sim.Simulation;
import io.goodput.sim.net.Chance;
import io.goodput.sim.net.Link;
import io.goodput.sim.net.Network;
import io.goodput.sim.net.Rule;
import io.goodput.sim.net.Station;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What lies between processes.
 *
 * @param <M> what messages are
 */
public final class Wire<M extends Parcel> {
    private final Delays delays;
    private final Network<M> network;

    /**
     * A network with those faults on it, in that order.
     *
     * @param random all that it draws
     */
    public Wire(Simulation simulation, Delays delays, List<Fault.OnTheWay> faults, RandomGenerator random) {
        Chance chance = Chance.inOrder(random);
        this.delays = delays;
        this.network = new Network<>(simulation, delays.eachWay()::sample, chance);
        faults.forEach(fault -> network.install(rule(fault, chance)));
    }

    private static Rule<? super Parcel> rule(Fault.OnTheWay fault, Chance chance) {
        return switch (fault) {
            case Fault.Loss loss -> LossRule.of(loss, chance);
            case Fault.Delay delay -> DelayRule.of(delay, chance);
            case Fault.Partition partition -> PartitionRule.of(partition);
            case Fault.ZoneLoss loss -> ZoneLossRule.of(loss);
        };
    }

    /** The way from a process to an endpoint that it calls. Answers take its way back. */
    public Link<M> way(Station caller, Station callee) {
        Link<M> way = network.link(caller, callee);
        if (!caller.zone().isEmpty() && !caller.zone().equals(callee.zone())) {
            way.takes(this::acrossZones);
            way.back().takes(this::acrossZones);
        }
        return way;
    }

    private long acrossZones(RandomGenerator random) {
        return delays.eachWay().sample(random) + delays.acrossZones().sample(random);
    }
}
