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

    /**
     * Each of a number of clients calls once in a period, always at the same point of it.
     *
     * @param clients that many
     * @param everyNanos the period
     * @param spread the share of the period over which chance spreads their points, once for each client; 0 if all call
     *     at the start of it
     */
    record Periodic(int clients, long everyNanos, double spread) implements Workload {
        @Override
        public List<Span> disturbances() {
            return List.of();
        }
    }

    /**
     * All clients call once, at the same instant.
     *
     * @param clients that many
     * @param atNanos when
     */
    record Once(int clients, long atNanos) implements Workload {
        @Override
        public List<Span> disturbances() {
            return List.of();
        }
    }
}
