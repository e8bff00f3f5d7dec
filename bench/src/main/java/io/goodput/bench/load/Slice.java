package io.goodput.bench.load;

import io.goodput.sim.stat.LatencyHistogram;

/**
 * What one generator did in one slice of the run.
 *
 * @param perSecond answers a second
 * @param latencies of its requests; none if it does not say
 * @param cpuMicros of the generator, for each request
 * @param valid whether it trusts its own figures
 */
record Slice(double perSecond, LatencyHistogram latencies, double cpuMicros, boolean valid) {
    /** A percentile of the latencies in microseconds; NaN of none. */
    double micros(double percentile) {
        return latencies.count() == 0 ? Double.NaN : latencies.percentile(percentile) / 1e3;
    }
}
