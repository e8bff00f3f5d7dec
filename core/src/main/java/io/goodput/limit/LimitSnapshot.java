package io.goodput.limit;

/**
 * What a {@link ConcurrencyLimit} holds and has done since it was made, for telemetry. Counts never fall, and are zeros
 * where nothing has happened.
 *
 * @param limit the most calls that may be in flight now
 * @param inFlight calls that are
 * @param refused calls that were not admitted
 * @param raised how often a higher limit was learnt
 * @param lowered how often a lower limit was learnt
 */
public record LimitSnapshot(int limit, int inFlight, long refused, long raised, long lowered) {}
