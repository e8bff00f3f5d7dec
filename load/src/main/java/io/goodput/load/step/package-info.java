/**
 * One rate after the other, open loop, each from rest, with every request kept: what laws are fitted to.
 *
 * <p>In: a {@link io.goodput.load.step.SteppedPlan}, whoever sends, and the time it goes by. Out: a
 * {@link io.goodput.load.step.RateStep} for each rate, until the service or the generator cannot keep up.
 */
package io.goodput.load.step;
