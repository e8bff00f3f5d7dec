package io.goodput.telemetry.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Outcome;
import io.goodput.Refusal.Reason;
import io.goodput.telemetry.contributor.Facet;
import io.goodput.telemetry.record.HeapCost;
import io.goodput.telemetry.record.PlainUnit;
import io.goodput.telemetry.record.RecordOrigin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AggregatesTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;

    private final Aggregates aggregates = new Aggregates(
            new RecordOrigin("orders", "i-1", null),
            SeriesRegistry.Settings.STANDARD,
            0,
            Instant.parse("2026-11-30T12:00:00Z"));

    @Test
    void a_fast_failure_is_no_low_latency() {
        for (int i = 0; i < 100; i++) {
            aggregates.heard(unit().nanos(100 * MILLI), 0);
            aggregates.heard(unit().nanos(1).outcome(Outcome.DROPPED), 0);
        }
        aggregates.tick(SECOND);

        assertThat(work("success").times().quantile(0.01)).isGreaterThan(99 * MILLI);
        assertThat(work("dropped").times().quantile(1)).isEqualTo(1);
    }

    @Test
    void a_service_that_fails_nothing_shows_zeros_from_its_first_unit_on() {
        aggregates.heard(unit(), 0);
        aggregates.tick(SECOND);

        for (Outcome outcome : Outcome.values()) {
            IntervalView interval = work(outcome.name().toLowerCase(Locale.ROOT));
            assertThat(interval.there()).isTrue();
            assertThat(interval.count()).isEqualTo(outcome == Outcome.SUCCESS ? 1 : 0);
        }
    }

    @Test
    void what_is_declared_is_zero_before_anything_happens() {
        aggregates.declareOperation(0, "place-order", 0);
        aggregates.declareDependency(0, "inventory", 0);
        aggregates.tick(SECOND);

        assertThat(work("timeout").there()).isTrue();
        assertThat(last(Aggregates.ATTEMPTS, Map.of("dependency", "inventory", "outcome", "timeout"))
                        .there())
                .isTrue();
    }

    @Test
    void zeros_stay_as_long_as_the_operation_does_anything_and_leave_with_it() {
        List<SeriesKey> gone = new ArrayList<>();
        aggregates.registry().listen(gone::add);
        for (long minute = 1; minute <= 1_500; minute++) {
            aggregates.heard(unit(), (minute - 1) * 60 * SECOND);
            aggregates.tick(minute * 60 * SECOND);
        }
        assertThat(gone).isEmpty();

        for (long minute = 1_501; minute <= 1_500 + 1_445; minute++) {
            aggregates.tick(minute * 60 * SECOND);
        }
        assertThat(gone).hasSize(Outcome.values().length + 1);
        assertThat(aggregates.registry().keys()).isEmpty();

        aggregates.heard(unit(), 3_000 * 60 * SECOND);
        aggregates.tick(3_000 * 60 * SECOND + SECOND);
        assertThat(work("success").count()).isEqualTo(1);
    }

    @Test
    void each_attempt_at_a_dependency_has_its_own_time() {
        aggregates.attempting(0, "inventory", 0);
        aggregates.attempted(0, "inventory", Outcome.SUCCESS, 2 * MILLI, 2 * MILLI);
        aggregates.attempting(0, "inventory", 0);
        aggregates.attempted(0, "inventory", Outcome.SUCCESS, 800 * MILLI, 800 * MILLI);
        aggregates.tick(SECOND);

        IntervalView inventory = last(Aggregates.ATTEMPTS, Map.of("dependency", "inventory", "outcome", "success"));
        assertThat(inventory.count()).isEqualTo(2);
        assertThat(inventory.sumNanos()).isEqualTo(802 * MILLI);
        assertThat(inventory.times().quantile(0.5)).isBetween(2 * MILLI, 3 * MILLI);
        assertThat(inventory.times().quantile(0.99)).isBetween(800 * MILLI, 850 * MILLI);
    }

    @Test
    void retries_hedges_and_refusals_are_counted_by_dependency_and_are_zeros_before_they_happen() {
        aggregates.declareDependency(0, "inventory", 0);
        aggregates.declareDependency(1, "payments", 0);
        aggregates.repeating(0, "inventory", false, 1);
        aggregates.repeating(0, "inventory", false, 2);
        aggregates.repeating(0, "inventory", true, 3);
        aggregates.refused(0, "inventory", Reason.BREAKER, 4);
        aggregates.tick(SECOND);

        assertThat(last(Aggregates.RETRIES, Map.of("dependency", "inventory")).count())
                .isEqualTo(2);
        assertThat(last(Aggregates.HEDGES, Map.of("dependency", "inventory")).count())
                .isEqualTo(1);
        for (Reason reason : Reason.values()) {
            Map<String, String> labels =
                    Map.of("dependency", "inventory", "reason", reason.name().toLowerCase(Locale.ROOT));
            assertThat(last(Aggregates.REFUSALS, labels).count()).isEqualTo(reason == Reason.BREAKER ? 1 : 0);
        }
        assertThat(last(Aggregates.RETRIES, Map.of("dependency", "payments")).there())
                .isTrue();
        assertThat(last(Aggregates.RETRIES, Map.of("dependency", "payments")).count())
                .isZero();
    }

    @Test
    void concurrency_counts_what_has_not_ended() {
        for (int i = 0; i < 7; i++) {
            aggregates.began(0, "place-order", 0);
        }
        aggregates.tick(SECOND);

        assertThat(concurrency()).isBetween(6.99, 7.01);

        aggregates.heard(unit().nanos(SECOND).part(1, true), SECOND); // it goes on
        aggregates.heard(unit().nanos(SECOND), SECOND);
        for (long second = 2; second <= 4; second++) {
            aggregates.tick(second * SECOND);
        }
        assertThat(concurrency()).isBetween(5.99, 6.01);
    }

    @Test
    void who_tells_no_beginnings_has_no_concurrency_and_no_failure_either() {
        for (int i = 0; i < 100; i++) {
            aggregates.heard(unit(), i);
        }
        aggregates.tick(SECOND);

        assertThat(concurrency()).isZero();
    }

    @Test
    void ten_thousand_tenants_and_a_million_paths_stay_within_the_caps() {
        for (int i = 0; i < 1_000_000; i++) {
            aggregates.heard(unit().operation(i, "/path/" + i).tenant("tenant-" + i % 10_000), i * 10_000L);
            if (i % 100_000 == 0) {
                aggregates.tick(i * 10_000L);
            }
        }
        aggregates.tick(20 * SECOND);

        RegistryState state = aggregates.registry().state();
        assertThat(state.series()).isLessThanOrEqualTo(10_000);
        assertThat(state.bytes()).isLessThanOrEqualTo(64L << 20);
        long counted = aggregates.registry().totals().stream()
                .mapToLong(SeriesTotal::count)
                .sum();
        assertThat(counted).isGreaterThan(1_000);
        assertThat(counted + state.uncounted()).isGreaterThanOrEqualTo(1_000_000);
        assertThat(state.refused()).isGreaterThan(990_000);
        assertThat(state.refusedNames()).hasSize(SeriesRegistry.MOST_NAMED);
        assertThat(aggregates.contributors().overall(Facet.TENANT).total()).isEqualTo(1_000_000);
    }

    @Test
    void hearing_allocates_nothing() {
        PlainUnit unit = unit().tenant("acme").client("web");

        assertThat(HeapCost.of(() -> {
                    for (int i = 0; i < 50_000; i++) {
                        aggregates.began(0, "place-order", 0);
                        aggregates.attempting(0, "inventory", 0);
                        aggregates.attempted(0, "inventory", Outcome.SUCCESS, i, i);
                        aggregates.heard(unit, i);
                    }
                }))
                .isZero();
    }

    private double concurrency() {
        return last(Aggregates.WORK_CONCURRENCY, Map.of("operation", "place-order"))
                .last();
    }

    private IntervalView work(String outcome) {
        return last(Aggregates.WORK, Map.of("operation", "place-order", "outcome", outcome));
    }

    private IntervalView last(String name, Map<String, String> labels) {
        return aggregates
                .registry()
                .view(SeriesKey.of(name, labels), Tier.SECONDS)
                .orElseThrow()
                .intervals()
                .getLast();
    }

    private static PlainUnit unit() {
        return PlainUnit.of(1, 1);
    }
}
