package io.goodput.lab.world.wire;

import io.goodput.lab.model.Fault;
import io.goodput.sim.net.Chance;
import io.goodput.sim.net.Rule;

/** Messages to and from an endpoint take longer. */
final class DelayRule {
    private DelayRule() {}

    static Rule<Parcel> of(Fault.Delay fault, Chance chance) {
        Rule<Parcel> rule = Rule.where(parcel -> parcel.calls(fault.target()), Rule.delay(fault.eachWay(), chance));
        return rule.during(fault.span());
    }
}
