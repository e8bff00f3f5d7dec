/**
 * How policies tell what they do: metrics, traces and logs listen, and decide nothing.
 *
 * <p>In: listeners, and events, which a policy makes only when somebody listens. Out: each event, told to each
 * listener. After "Instrumenting distributed systems for operational visibility" (Amazon Builders' Library).
 */
package io.goodput.event;
