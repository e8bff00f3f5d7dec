package io.goodput.lab.model;

import io.goodput.sim.random.Distribution;

/**
 * What messages pass.
 *
 * @param eachWay delay of each way, drawn for each message
 * @param acrossZones what comes on top between two zones
 */
public record Network(Distribution eachWay, Distribution acrossZones) {
    /** No delay at all. */
    public static final Network NONE = new Network(Distribution.constant(0), Distribution.constant(0));
}
