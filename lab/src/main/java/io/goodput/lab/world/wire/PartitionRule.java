package io.goodput.lab.world.wire;

import io.goodput.lab.model.Fault;
import io.goodput.sim.Event;
import io.goodput.sim.net.Cut;
import io.goodput.sim.net.Rule;
import io.goodput.sim.net.Station;

/** No message passes between two populations, services or zones, either way. */
final class PartitionRule {
    private PartitionRule() {}

    static Rule<Event> of(Fault.Partition fault) {
        return Cut.between(Station.in(fault.one()), Station.in(fault.other())).during(fault.span());
    }
}
