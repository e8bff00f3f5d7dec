package io.goodput.otel;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.guard.Guard;
import io.goodput.sim.VirtualTimers;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GuardMetricsTest {
    private final InMemoryMetricReader reader = InMemoryMetricReader.create();
    private final SdkMeterProvider provider =
            SdkMeterProvider.builder().registerMetricReader(reader).build();
    private final VirtualTimers timers = new VirtualTimers();
    private final Guard guard = Guard.builder("stock").timers(timers).build();

    @Test
    void calls_and_attempts_are_timed_by_outcome() throws Exception {
        new GuardMetrics(provider.get("test")).watch(guard);
        guard.call(() -> {
            timers.advance(Duration.ofMillis(500));
            return "there";
        });
        try {
            guard.call(() -> {
                throw new IllegalStateException("a bug");
            });
        } catch (IllegalStateException _) {
            // As it should be.
        }

        MetricData calls = metric("goodput.call.duration");
        assertThat(calls.getUnit()).isEqualTo("s");
        assertThat(calls.getHistogramData().getPoints()).hasSize(2);
        HistogramPointData served = point(calls, "SUCCESS");
        assertThat(served.getSum()).isEqualTo(0.5);
        assertThat(served.getAttributes().get(AttributeNames.ERROR_TYPE)).isNull();
        assertThat(point(calls, "PERMANENT_FAILURE").getAttributes().get(AttributeNames.ERROR_TYPE))
                .isEqualTo("PERMANENT_FAILURE");
        assertThat(point(metric("goodput.attempt.duration"), "SUCCESS")
                        .getAttributes()
                        .get(AttributeNames.KIND))
                .isEqualTo("first");
    }

    @Test
    void no_refusal_is_a_zero() {
        new GuardMetrics(provider.get("test")).watch(guard);

        assertThat(metric("goodput.refusals").getLongSumData().getPoints())
                .hasSize(10)
                .extracting(LongPointData::getValue)
                .containsOnly(0L);
    }

    @Test
    void nothing_is_counted_after_the_end() throws Exception {
        new GuardMetrics(provider.get("test")).watch(guard).close();
        guard.call(() -> "there");

        assertThat(reader.collectAllMetrics()).extracting(MetricData::getName).containsOnly("goodput.refusals");
    }

    private MetricData metric(String name) {
        return reader.collectAllMetrics().stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static HistogramPointData point(MetricData metric, String outcome) {
        return metric.getHistogramData().getPoints().stream()
                .filter(each -> outcome.equals(each.getAttributes().get(AttributeNames.OUTCOME)))
                .findFirst()
                .orElseThrow();
    }
}
