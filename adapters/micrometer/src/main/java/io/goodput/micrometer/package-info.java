/**
 * Micrometer: what guards do, and what telemetry counts.
 *
 * <p>In: events of guards, and the series of a {@link io.goodput.telemetry.aggregate.SeriesRegistry}. Out: meters,
 * zeros included, that leave when what they are of leaves. After "Instrumenting distributed systems for operational
 * visibility" (Amazon Builders' Library).
 */
package io.goodput.micrometer;
