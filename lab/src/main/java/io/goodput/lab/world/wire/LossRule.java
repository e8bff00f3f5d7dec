package io.goodput.lab.world.wire;

import io.goodput.lab.model.Fault;
import io.goodput.sim.net.Chance;
import io.goodput.sim.net.Rule;

/** A share of the messages to and from an endpoint is lost. */
final class LossRule {
    private LossRule() {}

    static Rule<Parcel> of(Fault.Loss fault, Chance chance) {
        Rule<Parcel> rule = Rule.where(parcel -> parcel.calls(fault.target()), Rule.lose(fault.share(), chance));
        return rule.during(fault.span());
    }
}
