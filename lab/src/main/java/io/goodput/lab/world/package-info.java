/**
 * A model in action, under virtual time: processes with their guards, a network, endpoints, faults.
 *
 * <p>In: a {@link io.goodput.lab.model.Model} and a seed. Out: what happened, counted window by window. The policies
 * that decide in it are those of an application, unmodified.
 */
package io.goodput.lab.world;
