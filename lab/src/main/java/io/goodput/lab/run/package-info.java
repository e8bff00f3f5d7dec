/**
 * Runs a scenario: every variant under every seed, on all cores, and what they say together.
 *
 * <p>In: a {@link io.goodput.lab.scenario.Scenario}. Out: a {@link io.goodput.lab.result.ScenarioResult}, the same on
 * any number of threads but for the time that it took.
 */
package io.goodput.lab.run;
