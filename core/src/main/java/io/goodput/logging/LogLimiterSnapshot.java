package io.goodput.logging;

/**
 * What a {@link LogLimiter} has done since it was made, for telemetry. Counts never fall, and are zeros where nothing
 * has happened.
 *
 * @param kinds how many kinds of lines are kept apart now
 * @param through lines that were to be written
 * @param heldBack lines that were not
 * @param told those of them that were told of
 */
public record LogLimiterSnapshot(int kinds, long through, long heldBack, long told) {}
