/**
 * Instruments over scenarios: sweeps of a key and where they turn over, paired comparisons, and advice.
 *
 * <p>In: a {@link io.goodput.lab.scenario.ScenarioText}, and what to change in it. Out: a report. All runs of an
 * instrument have the same seeds, so that what differs between them is what was changed.
 */
package io.goodput.lab.sweep;
