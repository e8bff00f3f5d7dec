package io.goodput.lab.world.wire;

import io.goodput.lab.model.Fault;
import io.goodput.sim.Event;
import io.goodput.sim.net.Cut;
import io.goodput.sim.net.Rule;

/**
 * A zone is lost: no message gets there, from there, or from one place to another within. What is inside goes on
 * working, and nobody hears of it.
 */
final class ZoneLossRule {
    private ZoneLossRule() {}

    static Rule<Event> of(Fault.ZoneLoss fault) {
        return Cut.around(station -> station.zone().equals(fault.zone())).during(fault.span());
    }
}
