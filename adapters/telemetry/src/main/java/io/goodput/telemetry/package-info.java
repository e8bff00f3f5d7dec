/**
 * One record for each unit of work: what a service was asked for, what it did with its dependencies, how it ended, with
 * zeros where nothing happened. Opened at the door, carried along by the {@link io.goodput.CallContext}, and ended
 * exactly once, whatever happens.
 *
 * <p>In: declared operations and names, and what the work tells of itself. Out: sheets, which sampling, aggregates and
 * the writer take over. After "Instrumenting distributed systems for operational visibility" (Amazon Builders'
 * Library).
 */
package io.goodput.telemetry;
