package io.goodput.lab.world;

import io.goodput.sim.net.Station;
import org.jspecify.annotations.Nullable;

/**
 * A process that calls others.
 *
 * @param station where it is
 * @param client counts what a population sends; null if a service calls
 * @param instruments what it is instrumented with
 */
record LabProcess(Station station, @Nullable ClientTally client, Instruments instruments) {}
