package io.goodput.breaker;

/**
 * What a {@link Breaker}, or all breakers of a {@link KeyedBreaker}, those of forgotten keys included, have done since
 * they were made, for telemetry. Counts never fall, and are zeros where nothing has happened.
 *
 * @param breakers how many there are now
 * @param limiting how many of them let less than everything through now
 * @param failed calls that ended and counted as bad, whether or not they came too late to be decided by
 * @param dropped calls that were not let through
 * @param lowered how often one let less through than before: a lower share, or an open circuit
 * @param raised how often one let more through than before: a higher share, or a circuit half open, or closed
 */
public record BreakerSnapshot(int breakers, int limiting, long failed, long dropped, long lowered, long raised) {}
