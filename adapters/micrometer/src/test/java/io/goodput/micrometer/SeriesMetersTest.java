package io.goodput.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Outcome;
import io.goodput.telemetry.aggregate.SeriesKey;
import io.goodput.telemetry.aggregate.SeriesRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SeriesMetersTest {
    private static final long SECOND = 1_000_000_000;

    private final SeriesRegistry series =
            new SeriesRegistry(SeriesRegistry.Settings.STANDARD, 0, Instant.parse("2026-01-02T03:04:00Z"));
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void counts_times_and_levels_are_meters_that_follow_them() {
        var meters = new SeriesMeters(series, registry);
        var count = series.counter(SeriesKey.of("orders_total", Map.of("tenant", "ann")));
        var time = series.timer(SeriesKey.of("goodput_work_seconds", Map.of("operation", "list")));
        var level = series.level(SeriesKey.of("queue_depth", Map.of()));
        count.add(3);
        time.record(SECOND / 2);
        level.set(7);
        series.tick(SECOND);
        meters.refresh();

        assertThat(meters.size()).isEqualTo(3);
        assertThat(registry.get("orders").tag("tenant", "ann").functionCounter().count())
                .isEqualTo(3);
        assertThat(registry.get("goodput.work").functionTimer().count()).isOne();
        assertThat(registry.get("goodput.work").functionTimer().totalTime(TimeUnit.SECONDS))
                .isEqualTo(0.5);
        assertThat(registry.get("queue.depth").gauge().value()).isEqualTo(7);

        count.add(1);
        series.tick(2 * SECOND);
        meters.refresh();
        assertThat(registry.get("orders").functionCounter().count()).isEqualTo(4);
    }

    @Test
    void a_meter_leaves_with_its_series() {
        var meters = new SeriesMeters(series, registry);
        var used = series.counter(SeriesKey.of("used_total", Map.of()));
        series.counter(SeriesKey.of("unused_total", Map.of()));
        series.tick(SECOND);
        meters.refresh();
        assertThat(registry.getMeters()).hasSize(2);

        for (int minute = 1; minute <= 1_445; minute++) {
            used.add(1);
            series.tick(minute * 60L * SECOND + SECOND);
            meters.refresh();
        }
        assertThat(registry.getMeters())
                .singleElement()
                .satisfies(meter -> assertThat(meter.getId().getName()).isEqualTo("used"));
        assertThat(meters.size()).isOne();
    }

    @Test
    void all_leave_at_the_end() {
        series.counter(SeriesKey.of("used_total", Map.of())).add(1);
        series.tick(SECOND);
        var meters = new SeriesMeters(series, registry);
        assertThat(registry.getMeters()).hasSize(1);

        meters.close();
        meters.refresh();
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void prometheus_has_them_under_the_names_of_the_series() {
        var prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        for (Outcome outcome : new Outcome[] {Outcome.SUCCESS, Outcome.TIMEOUT}) {
            series.timer(SeriesKey.of("goodput_work_seconds", Map.of("operation", "list", "outcome", outcome.name())));
        }
        series.counter(SeriesKey.of("orders_total", Map.of())).add(2);
        series.tick(SECOND);
        var meters = new SeriesMeters(series, prometheus);

        assertThat(meters.size()).isEqualTo(3);
        assertThat(prometheus.scrape())
                .contains("goodput_work_seconds_count{operation=\"list\",outcome=\"TIMEOUT\"} 0")
                .contains("orders_total 2.0");
    }
}
