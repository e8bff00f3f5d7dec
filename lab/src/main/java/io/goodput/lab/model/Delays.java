package io.goodput.lab.model;

import io.goodput.sim.random.Distribution;

/**
 * What messages pass.
 *
 * @param eachWay delay of each way, drawn for each message
 * @param acrossZones what comes on top between two zones
 */
public record Delays(Distribution eachWay, Distribution acrossZones) {
    /** No delay at all. */
    public static final Delays NONE = new Delays(Distribution.constant(0), Distribution.constant(0));
}
