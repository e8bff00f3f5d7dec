/**
 * Chance: how long things take ({@link io.goodput.sim.random.Distribution}) and when they come
 * ({@link io.goodput.sim.random.RateProfile}, {@link io.goodput.sim.random.Arrivals},
 * {@link io.goodput.sim.random.ClosedPopulation}).
 */
package io.goodput.sim.random;
