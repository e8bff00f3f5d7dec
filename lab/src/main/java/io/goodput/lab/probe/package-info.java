/**
 * The probe: what a service under rising load was found to be, written down as a scenario.
 *
 * <p>In: the steps of a {@link io.goodput.load.step.SteppedLoad}. Out: {@link io.goodput.lab.probe.Findings}, that is
 * the law that the service follows, a timeout and a concurrency, or why there are none; and from them a
 * {@link io.goodput.lab.probe.ServiceFile} and reports.
 */
package io.goodput.lab.probe;
