package io.goodput.lab.world;

import io.goodput.lab.model.Fault;
import io.goodput.lab.model.Network;
import java.util.List;
import java.util.random.RandomGenerator;

/** What lies between processes. */
final class Wire {
    /** The delay of a message that never arrives. */
    static final long LOST = -1;

    private final Network network;
    private final List<Fault.OnTheWay> faults;
    private final RandomGenerator random;

    Wire(Network network, List<Fault.OnTheWay> faults, RandomGenerator random) {
        this.network = network;
        this.faults = faults;
        this.random = random;
    }

    /** Of one message between a caller and an endpoint, whichever of them sends it: nanoseconds, or {@link #LOST}. */
    long delay(Station caller, Host host, long now) {
        long delay = network.eachWay().sample(random);
        if (!caller.zone().isEmpty() && !caller.zone().equals(host.station().zone())) {
            delay += network.acrossZones().sample(random);
        }
        for (Fault.OnTheWay fault : faults) {
            if (fault.span().contains(now)) {
                long more = delay(fault, caller, host);
                if (more == LOST) {
                    return LOST;
                }
                delay += more;
            }
        }
        return delay;
    }

    private long delay(Fault.OnTheWay fault, Station caller, Host host) {
        Station callee = host.station();
        return switch (fault) {
            case Fault.Loss loss -> host.is(loss.target()) && random.nextDouble() < loss.share() ? LOST : 0;
            case Fault.Delay slow -> host.is(slow.target()) ? slow.eachWay().sample(random) : 0;
            case Fault.Partition(var _, var one, var other) ->
                (isIn(caller, one) && isIn(callee, other)) || (isIn(caller, other) && isIn(callee, one)) ? LOST : 0;
            case Fault.ZoneLoss(var _, var zone) ->
                caller.zone().equals(zone) || callee.zone().equals(zone) ? LOST : 0;
        };
    }

    private static boolean isIn(Station station, String group) {
        return station.group().equals(group)
                || station.zone().equals(group)
                || station.name().equals(group);
    }
}
