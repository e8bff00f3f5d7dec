/**
 * What a run is measured by ({@link io.goodput.sim.stat.WindowedCounter}, {@link io.goodput.sim.stat.WindowedGauge},
 * {@link io.goodput.sim.stat.LatencyHistogram}, {@link io.goodput.sim.stat.WindowedLatencies}) and what many runs say
 * together ({@link io.goodput.sim.stat.Estimates}, {@link io.goodput.sim.stat.BatchedLatencies},
 * {@link io.goodput.sim.stat.Band}). A warm-up is cut by measuring inside a {@link io.goodput.sim.Span} only.
 */
package io.goodput.sim.stat;
