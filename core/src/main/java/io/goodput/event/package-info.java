/**
 * How policies tell what they do: metrics, traces and logs listen, and decide nothing. Decided here is only that
 * nothing is made while nobody listens, and that one listener's failure is not another's.
 *
 * <p>In: listeners, and events, which a policy makes only when somebody listens. Out: each event, told to each
 * listener. After "Instrumenting distributed systems for operational visibility" (Amazon Builders' Library).
 */
package io.goodput.event;
