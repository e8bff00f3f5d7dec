package io.goodput.bench.telemetry;

import io.goodput.telemetry.aggregate.Aggregates;
import io.goodput.telemetry.aggregate.SeriesRegistry;
import io.goodput.telemetry.record.RecordOrigin;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.time.Instant;

/** What counters and timers come from. */
final class Meters {
    /** What tells the one that is measured from others. */
    static final Attributes ACME = Attributes.of(AttributeKey.stringKey("tenant"), "acme");

    private Meters() {}

    static Aggregates goodput() {
        return new Aggregates(new RecordOrigin("bench", "1", null), SeriesRegistry.Settings.STANDARD, 0, Instant.EPOCH);
    }

    /** With a reader, as without one nothing is counted. */
    static Meter openTelemetry() {
        MetricReader reader = InMemoryMetricReader.create();
        return SdkMeterProvider.builder().registerMetricReader(reader).build().get("bench");
    }
}
