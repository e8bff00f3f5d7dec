package io.goodput.lab.run;

import io.goodput.lab.model.Model;
import io.goodput.lab.model.Population;
import io.goodput.lab.model.Workload;
import io.goodput.lab.world.Tally;
import io.goodput.sim.Span;

/**
 * How many calls services are offered. In an open workload that is what the rate says, chance aside; clients who wait
 * for their answers offer what they happen to.
 */
record Offered(Model model) {
    double calls(Span span, Tally tally) {
        double sum = 0;
        for (Population population : model.populations()) {
            long made = tally.clients(population.name()).offered().sum(span);
            sum += switch (population.workload()) {
                case Workload.Open open -> open.rate().expected(span.from(), span.to());
                case Workload.Closed closed -> Math.max(made, atLeast(closed, span));
                case Workload.Periodic _, Workload.Once _ -> made;
            };
        }
        return sum;
    }

    /** Clients that all wait for an answer offer nothing, which must not pass for a service that is well. */
    private static int atLeast(Workload.Closed closed, Span span) {
        return closed.clients().activeAt(span.from()) > 0 ? 1 : 0;
    }
}
