package io.goodput.telemetry.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Criticality;
import io.goodput.admission.AdmissionSnapshot;
import io.goodput.admission.Priority;
import io.goodput.admission.Shed;
import io.goodput.balance.BalancerSnapshot;
import io.goodput.balance.Detection.Consequence;
import io.goodput.balance.Detection.Reason;
import io.goodput.breaker.BreakerSnapshot;
import io.goodput.cache.CacheRefusal;
import io.goodput.cache.CoalescerSnapshot;
import io.goodput.cache.FreshnessSnapshot;
import io.goodput.event.Subscription;
import io.goodput.limit.LimitSnapshot;
import io.goodput.limit.RateLimitSnapshot;
import io.goodput.limit.ThrottleSnapshot;
import io.goodput.meter.CriticalSection;
import io.goodput.telemetry.aggregate.Aggregates;
import io.goodput.telemetry.aggregate.IntervalView;
import io.goodput.telemetry.aggregate.SeriesKey;
import io.goodput.telemetry.aggregate.SeriesRegistry;
import io.goodput.telemetry.aggregate.Tier;
import io.goodput.telemetry.record.Outgoing;
import io.goodput.telemetry.record.RecordOrigin;
import io.goodput.telemetry.record.TreeFields;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchedPoliciesTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Instant CLOCK = Instant.parse("2026-11-30T12:00:00Z");

    private final SeriesRegistry registry = new SeriesRegistry(SeriesRegistry.Settings.STANDARD, 0, CLOCK);
    private final List<Outgoing> written = new ArrayList<>();
    private final WatchedPolicies policies = new WatchedPolicies(
            new RecordOrigin("orders", "i-1", null), registry, written::add, InstantSource.fixed(CLOCK));

    private long failed;

    @Test
    void a_snapshot_is_read_once_a_second_and_written_once_in_ten() {
        policies.breaker("inventory", () -> new BreakerSnapshot(1, 0, failed++, 0, 0, 0));
        for (long tick = 0; tick < 200; tick++) {
            policies.tick(tick * SECOND / 10);
        }

        assertThat(failed).isEqualTo(20);
        assertThat(written).hasSize(2);
        assertThat(TreeFields.of(written.getLast()).toString())
                .isEqualTo(
                        "{v=1, kind=policy, at=2026-11-30T12:00:00Z, service=orders, instance=i-1, policy=breaker, "
                                + "name=inventory, counts={breakers=1, limiting=0, failed=10, dropped=0, lowered=0, raised=0}}");
    }

    @Test
    void counts_and_levels_are_series_zeros_included() {
        policies.breaker("inventory", () -> new BreakerSnapshot(3, 1, failed += 2, 0, 0, 0));
        for (long second = 0; second < 3; second++) {
            policies.tick(second * SECOND);
            registry.tick((second + 1) * SECOND);
        }

        assertThat(last("goodput_policy_total", "failed").count()).isEqualTo(2);
        assertThat(last("goodput_policy_total", "dropped").count()).isZero();
        assertThat(last("goodput_policy_total", "dropped").there()).isTrue();
        assertThat(last("goodput_policy_level", "limiting").last()).isEqualTo(1);
    }

    @Test
    void a_policy_that_fails_keeps_no_other_from_being_read_and_one_that_is_gone_is_not() {
        policies.breaker("ill", () -> {
            throw new IllegalStateException("closed");
        });
        Subscription well = policies.limit("well", () -> new LimitSnapshot(20, 1, 0, 0, 0));
        policies.tick(0);
        assertThat(written).hasSize(1);

        well.close();
        policies.tick(10 * SECOND);
        assertThat(written).hasSize(1);
    }

    @Test
    void each_policy_has_its_figures_by_reason_and_priority() {
        policies.limit("a", () -> new LimitSnapshot(20, 3, 4, 5, 6));
        policies.rateLimit("b", () -> new RateLimitSnapshot(1, 2, 3));
        policies.throttle("c", () -> new ThrottleSnapshot(Map.of(Criticality.CRITICAL, 5L), Map.of(), 1));
        policies.balancer(
                "d",
                () -> new BalancerSnapshot(
                        3, 2, 1, 4, true, Map.of(Reason.SUCCESS_RATE, Map.of(Consequence.EJECTED, 2L)), 1, 0, 1));
        policies.freshness("e", () -> new FreshnessSnapshot(1, 2, 3, 4, 5, 6, 7));
        policies.coalescer(
                "f", () -> new CoalescerSnapshot(1, 2, 3, Map.of(CacheRefusal.TOO_LATE, 9L), 4, 5, 6, 7, 8, 9));
        policies.admission("g", () -> admission());
        policies.tick(0);

        assertThat(written).hasSize(7);
        assertThat(shown(0)).contains("policy=limit").contains("limit=20, in_flight=3, refused=4");
        assertThat(shown(1)).contains("policy=rate-limit").contains("refused_by_all=3");
        assertThat(shown(2)).contains("policy=throttle").contains("accepted_critical=5, dropped=1");
        assertThat(shown(3)).contains("policy=balancer").contains("panicking=1, found_success_rate_ejected=2");
        assertThat(shown(4)).contains("policy=freshness").contains("loaded_negative=6");
        assertThat(shown(5)).contains("policy=coalescer").contains("refused_too_late=9, answered=4");
        assertThat(shown(6))
                .contains("policy=admission")
                .contains("average_wait_us=1500")
                .contains("shed_full_critical=3")
                .doesNotContain("acme");
    }

    @Test
    void a_critical_section_is_written_in_turn_and_at_once_when_it_comes_near_saturation() {
        var aggregates =
                new Aggregates(new RecordOrigin("orders", "i-1", null), SeriesRegistry.Settings.STANDARD, 0, CLOCK);
        policies.sections(aggregates.sections());
        CriticalSection lock = aggregates.sections().section("lock", 0);
        for (long second = 0; second < 40; second++) {
            long share = second < 12 ? 2 : 9;
            lock.entered(second * SECOND);
            lock.left(second * SECOND, second * SECOND + share * SECOND / 10);
            aggregates.tick((second + 1) * SECOND);
            policies.tick((second + 1) * SECOND);
        }

        List<String> near = written.stream()
                .map(record -> TreeFields.of(record).toString())
                .filter(record -> record.contains("policy=section, name=lock, counts={near=1, "))
                .toList();
        assertThat(near).hasSizeBetween(2, 4);
        assertThat(near.getFirst()).contains("utilisation_permille=8").contains("saturation_permille=800}");
        assertThat(written.size() - near.size()).isBetween(1, 3);
    }

    private static AdmissionSnapshot admission() {
        return new AdmissionSnapshot(
                10,
                1,
                2,
                Duration.ofNanos(1_500_000),
                Duration.ZERO,
                Map.of(),
                Map.of(Shed.FULL, Map.of(Priority.CRITICAL, 3L)),
                Map.of("acme", 3L),
                0,
                0,
                0);
    }

    private String shown(int index) {
        return TreeFields.of(written.get(index)).toString();
    }

    private IntervalView last(String series, String figure) {
        SeriesKey key = SeriesKey.of(series, Map.of("policy", "breaker", "name", "inventory", "figure", figure));
        return registry.view(key, Tier.SECONDS).orElseThrow().intervals().getLast();
    }
}
