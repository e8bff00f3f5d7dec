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
            case Workload.Closed closed -> Math.max(tally.offered().sum(span), atLeast(closed, span));
        };
    }

    /** Clients that all wait for an answer offer nothing, which must not pass for a service that is well. */
    private static int atLeast(Workload.Closed closed, Span span) {
        return closed.clients().activeAt(span.from()) > 0 ? 1 : 0;
    }
}
