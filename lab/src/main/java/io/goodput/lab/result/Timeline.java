package io.goodput.lab.result;

import java.util.List;

/**
 * What happened when: one value for each step of virtual time. Value {@code i} covers the seconds from {@code i * step}
 * to {@code (i + 1) * step}.
 *
 * @param step seconds covered by one value
 * @param offered calls a second
 * @param goodput calls a second that succeeded
 * @param attempts requests a second
 * @param inFlight requests inside the service at the end of the step
 * @param latency of the calls that succeeded
 * @param parts populations and services, where there are several
 */
public record Timeline(
        double step, Band offered, Band goodput, Band attempts, Band inFlight, Latency latency, List<Part> parts) {

    /** The mean over the seeds, and the band that holds the middle 90 % of them. All three of one length. */
    @SuppressWarnings("ArrayRecordComponent") // numbers to draw, never compared or used as a key
    public record Band(double[] mean, double[] p5, double[] p95) {}

    /**
     * Latency in seconds, retries included, of the calls that succeeded in each step, those of all seeds pooled; NaN
     * where none did. Its steps are longer than those of the rates, for a percentile needs more calls than a rate does.
     *
     * @param step seconds covered by one value
     * @param p50 one value for each step
     * @param p99 as many
     */
    @SuppressWarnings("ArrayRecordComponent") // numbers to draw, never compared or used as a key
    public record Latency(double step, double[] p50, double[] p99) {}

    /**
     * One population or service, means over the seeds, in steps of its own.
     *
     * @param name as in the scenario
     * @param step seconds covered by one value
     * @param goodput calls a second that succeeded, of a population; empty of a service
     * @param attempts requests a second, sent by a population or to a service
     * @param inFlight requests inside a service; empty of a population
     */
    @SuppressWarnings("ArrayRecordComponent") // numbers to draw, never compared or used as a key
    public record Part(String name, double step, double[] goodput, double[] attempts, double[] inFlight) {}
}
