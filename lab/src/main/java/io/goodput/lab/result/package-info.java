/**
 * What was run and what came of it: bare records, without a word on how they read.
 *
 * <p>In: figures of runs, made by {@code io.goodput.lab.run} and {@code io.goodput.lab.sweep}. Out: a
 * {@link io.goodput.lab.result.ScenarioResult} with one {@link io.goodput.lab.result.VariantResult} for each variant,
 * and those of a sweep, of a paired comparison and of advice. Rates are per second of virtual time, times are in
 * seconds.
 */
package io.goodput.lab.result;
