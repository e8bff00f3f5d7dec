package io.goodput.bench.load;

/**
 * What one generator did in one slice of the run.
 *
 * @param perSecond answers a second
 * @param p50 latency in microseconds; NaN if it does not say
 * @param p99 the same
 * @param cpuMicros of the generator, for each request
 */
record Slice(double perSecond, double p50, double p99, double cpuMicros) {}
