package io.goodput;

/**
 * How much it hurts when a request is not served, the most critical first. The four of Google's SRE book ("Handling
 * Overload"): under overload the last goes first, and nothing of a higher one is shed while a lower one is served.
 */
public enum Criticality {
    /** Serious harm that users see: what the service exists for. Capacity is planned for all of it. */
    CRITICAL_PLUS,
    /** Harm that users see. The default of what comes from production. */
    CRITICAL,
    /** Can be partly unavailable: batch jobs that try again in minutes. */
    SHEDDABLE_PLUS,
    /** Can be often partly, and at times wholly, unavailable: prefetching, what nobody waits for. */
    SHEDDABLE
}
