package io.goodput.telemetry.aggregate;

/**
 * What is counted of each operation, or of each dependency.
 *
 * @param label what its name is the name of
 * @param timer the series of times
 * @param concurrency the series of how many there are at a time
 */
record FiguresOf(String label, String timer, String concurrency) {}
