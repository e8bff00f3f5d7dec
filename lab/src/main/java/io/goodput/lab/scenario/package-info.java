/**
 * Scenario files: what is simulated, under which policies, for how long, and what is claimed of it.
 *
 * <p>In: YAML, and the files of measured latencies that it names. Out: a {@link io.goodput.lab.scenario.Scenario}, or
 * an error with its place. Whatever a scenario says that the model cannot express is refused.
 */
package io.goodput.lab.scenario;
