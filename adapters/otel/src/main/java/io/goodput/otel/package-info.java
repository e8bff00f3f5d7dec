/**
 * OpenTelemetry: spans of units of work, calls and attempts, under the ids that contexts and headers carry, and metrics
 * of guards.
 *
 * <p>In: events of guards, and units of work as they end. Out: spans and metrics of an OpenTelemetry SDK. The
 * attributes follow its semantic conventions where there is one. After "Instrumenting distributed systems for
 * operational visibility" (Amazon Builders' Library).
 */
package io.goodput.otel;
