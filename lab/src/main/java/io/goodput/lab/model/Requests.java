package io.goodput.lab.model;

import io.goodput.Criticality;

/**
 * What the calls of a population are like.
 *
 * @param criticality how much it hurts when one is not served
 * @param tenants for how many tenants they are, each as often as the others; 0 if that is not known
 * @param keys of how many keys (shards, operations) each has one, each as often as the others; 0 if they have none
 * @param work factor on the work that a service does for one
 * @param poison for how long one brings down the endpoint that it reaches, in nanoseconds; 0 if it does not
 * @param useful nanoseconds after which an answer is of no use, even if its caller still waits; {@link #ALWAYS} if it
 *     is of use whenever it comes
 */
public record Requests(Criticality criticality, int tenants, int keys, double work, long poison, long useful) {
    /** An answer never comes too late for a caller who waits. */
    public static final long ALWAYS = Long.MAX_VALUE;

    /** Nothing special: critical, of no tenant, with no key. */
    public static final Requests USUAL = new Requests(Criticality.CRITICAL, 0, 0, 1, 0, ALWAYS);
}
