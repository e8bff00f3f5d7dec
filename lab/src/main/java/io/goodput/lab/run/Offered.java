package io.goodput.lab.run;

import io.goodput.lab.model.Tally;
import io.goodput.lab.model.Workload;
import io.goodput.sim.Span;

/**
 * How many calls a service is offered. In an open workload that is what the rate says, chance aside; clients who wait
 * for their answers offer what they happen to.
 */
final class Offered {
    private final Workload workload;

    Offered(Workload workload) {
        this.workload = workload;
    }

    double calls(Span span, Tally tally) {
        return switch (workload) {
            case Workload.Open open -> open.rate().expected(span.from(), span.to());
            case Workload.Closed _ -> tally.offered().sum(span);
        };
    }
}
