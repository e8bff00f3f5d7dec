package io.goodput.lab.model;

import io.goodput.sim.random.Distribution;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How long a request is worked on: a sum of draws, and a part that grows with the requests inside the service.
 *
 * @param draws each is drawn once a request
 * @param nanosPerInFlight for each request in flight when this one is admitted, itself included
 */
public record Latency(List<Distribution> draws, long nanosPerInFlight) {
    /** One draw; ends at {@link Distribution#MAX_NANOS}, as every draw does. */
    public long sample(int inFlight, RandomGenerator random) {
        // Exact up to 104 days, and no sum of terms that a scenario can write overflows.
        double sum = (double) nanosPerInFlight * inFlight;
        for (Distribution draw : draws) {
            sum += draw.sample(random);
        }
        return (long) Math.min(sum, Distribution.MAX_NANOS);
    }
}
