/**
 * Virtual time.
 *
 * <p>What comes in is a model: {@link io.goodput.sim.Event}s that a {@link io.goodput.sim.Simulation} fires in order,
 * drawing their chances from {@link io.goodput.sim.Streams}. What goes out is a run that is the same every time
 * ({@link io.goodput.sim.Divergence} proves it), repeated over many seeds by {@link io.goodput.sim.Replications}.
 */
package io.goodput.sim;
