package io.goodput.limit;

import io.goodput.Criticality;
import java.util.Map;

/**
 * What a {@link ClientThrottle} has seen since it was made, for telemetry. Counts never fall, and are zeros where
 * nothing has happened.
 *
 * @param accepted requests that the backend did not refuse, by criticality: all of them are there
 * @param refused requests that the backend refused, and those that were dropped before; by criticality
 * @param dropped requests that were not let through, of whatever criticality
 */
public record ThrottleSnapshot(Map<Criticality, Long> accepted, Map<Criticality, Long> refused, long dropped) {}
