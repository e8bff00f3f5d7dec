/**
 * The probe: measures a service that answers over HTTP, finds the law that it follows, and writes it down as a
 * scenario.
 *
 * <p>In: a {@link io.goodput.lab.probe.Target} and a {@link io.goodput.lab.probe.ProbePlan}. A
 * {@link io.goodput.lab.probe.Sweep} offers one rate after the other, open loop: requests are sent when they are due,
 * whatever became of the earlier ones. Out: {@link io.goodput.lab.probe.Findings}, a
 * {@link io.goodput.lab.probe.ServiceFile} and reports.
 *
 * <p>After Gunther, "Guerrilla Capacity Planning" (2007) for the law of scalability, and Tene, "How NOT to measure
 * latency" (2015) for latencies that count from the instant when a request was due.
 */
package io.goodput.lab.probe;
