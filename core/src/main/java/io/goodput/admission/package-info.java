/**
 * What stands behind a server's door: how much is served at a time, what may wait, in which order, and what is refused.
 *
 * <p>In: a request with its priority, tenant and deadline, and when a request is done. Out: serve now, wait, or a
 * refusal with its reason; every request gets exactly one answer in the end. After the Builders' Library articles
 * "Using load shedding to avoid overload" and "Avoiding insurmountable queue backlogs", Facebook's "Fail at Scale"
 * (Maurer, 2015), the SRE book's "Handling Overload" and "Overload Control for Scaling WeChat Microservices" (DAGOR,
 * 2018).
 */
package io.goodput.admission;
