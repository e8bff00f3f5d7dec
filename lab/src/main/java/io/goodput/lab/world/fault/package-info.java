/**
 * What befalls endpoints and caches, told for any instant: faults are a timeline that is known before the run begins,
 * so most of them need no event and are looked up when they matter.
 *
 * <p>In come the faults of a model, out go a speed, a share of errors, a skew of a clock, or whether a cache has lost
 * what it kept. What befalls messages is in {@link io.goodput.lab.world.wire}.
 */
package io.goodput.lab.world.fault;
