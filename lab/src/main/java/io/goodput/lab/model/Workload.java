package io.goodput.lab.model;

import io.goodput.sim.Span;
import io.goodput.sim.random.ClosedPopulation;
import io.goodput.sim.random.Distribution;
import io.goodput.sim.random.RateProfile;
import java.util.List;

/** Who calls, and how often. */
public sealed interface Workload {
    /** When it departs from its base. */
    List<Span> disturbances();

    /**
     * Calls come from outside, and nobody waits for an answer before the next one.
     *
     * @param poisson by chance; otherwise at even distances
     */
    record Open(RateProfile rate, boolean poisson, List<Span> disturbances) implements Workload {}

    /** A number of clients, each of which waits for its answer, and thinks, before it calls again. */
    record Closed(ClosedPopulation clients, Distribution think, List<Span> disturbances) implements Workload {}
}
