package io.goodput.otel;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Outcome;
import io.goodput.Refusal.Reason;
import io.goodput.telemetry.aggregate.Aggregates;
import io.goodput.telemetry.aggregate.SeriesRegistry;
import io.goodput.telemetry.record.RecordOrigin;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SeriesMetricsTest {
    private static final long SECOND = 1_000_000_000;
    private static final AttributeKey<String> DEPENDENCY = AttributeKey.stringKey("goodput.dependency");

    private final Aggregates aggregates =
            new Aggregates(new RecordOrigin("orders", "i-1", null), SeriesRegistry.Settings.STANDARD, 0, Instant.EPOCH);
    private final InMemoryMetricReader reader = InMemoryMetricReader.create();
    private final SdkMeterProvider provider = SdkMeterProvider.builder()
            .registerMetricReader(reader)
            .registerMetricProducer(new SeriesMetrics(aggregates.registry()))
            .build();

    private MetricData metric(String name) {
        return reader.collectAllMetrics().stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void attempts_are_a_histogram_by_outcome_and_counts_are_sums_with_their_zeros() {
        aggregates.declareDependency(0, "stock", 0);
        aggregates.attempted(0, "stock", Outcome.SUCCESS, SECOND / 2, 1);
        aggregates.repeating(0, "stock", false, 1);
        aggregates.refused(0, "stock", Reason.BREAKER, 1);
        aggregates.tick(2 * SECOND);

        MetricData attempts = metric("goodput.attempt");
        assertThat(attempts.getUnit()).isEqualTo("s");
        HistogramPointData served = attempts.getHistogramData().getPoints().stream()
                .filter(each -> "success".equals(each.getAttributes().get(AttributeNames.OUTCOME)))
                .findFirst()
                .orElseThrow();
        assertThat(served.getSum()).isEqualTo(0.5);
        assertThat(served.getCount()).isEqualTo(1);
        assertThat(attempts.getHistogramData().getPoints()).hasSize(Outcome.values().length);
        assertThat(metric("goodput.retries").getLongSumData().getPoints())
                .extracting(LongPointData::getValue)
                .containsExactly(1L);
        assertThat(metric("goodput.hedges").getLongSumData().getPoints())
                .extracting(LongPointData::getValue, LongPointData::getAttributes)
                .containsExactly(org.assertj.core.api.Assertions.tuple(0L, Attributes.of(DEPENDENCY, "stock")));
        assertThat(metric("goodput.refusals").getLongSumData().getPoints())
                .hasSize(Reason.values().length)
                .extracting(LongPointData::getValue)
                .containsOnlyOnce(1L);
        provider.close();
    }

    @Test
    void points_leave_with_their_series() {
        aggregates.declareDependency(0, "stock", 0);
        aggregates.tick(2 * SECOND);
        assertThat(metric("goodput.retries").getLongSumData().getPoints()).hasSize(1);

        for (long minute = 1; minute <= 25 * 60; minute++) {
            aggregates.registry().tick(minute * 60 * SECOND);
        }
        assertThat(reader.collectAllMetrics()).extracting(MetricData::getName).doesNotContain("goodput.retries");
    }
}
