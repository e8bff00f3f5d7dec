package io.goodput.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.goodput.event.Subscription;
import io.goodput.guard.Guard;
import io.goodput.retry.Backoff;
import io.goodput.retry.RetryPolicy;
import io.goodput.sim.VirtualTimers;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GuardMetersTest {
    private final VirtualTimers timers = new VirtualTimers();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final GuardMeters meters = new GuardMeters(registry);

    @Test
    void nothing_failed_is_a_zero() {
        meters.watch(guard("stock"));

        assertThat(timer("goodput.guard.calls", "outcome", "TIMEOUT").count()).isZero();
        assertThat(registry.get("goodput.guard.refusals").counters()).allMatch(each -> each.count() == 0);
        assertThat(registry.get("goodput.guard.attempts").timers()).hasSize(8 * 3);
    }

    @Test
    void first_attempts_retries_and_calls_are_counted_and_timed_apart() throws Exception {
        Guard guard = guard("stock");
        meters.watch(guard);
        int[] calls = {0};
        guard.call(() -> {
            timers.advance(Duration.ofMillis(10));
            if (calls[0]++ == 0) {
                throw new IOException("broken");
            }
            return "there";
        });

        assertThat(timer("goodput.guard.attempts", "kind", "first", "outcome", "TRANSIENT_FAILURE")
                        .totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(10);
        assertThat(timer("goodput.guard.attempts", "kind", "retry", "outcome", "SUCCESS")
                        .count())
                .isOne();
        assertThat(timer("goodput.guard.calls", "outcome", "SUCCESS").totalTime(TimeUnit.MILLISECONDS))
                .isGreaterThanOrEqualTo(20);
        assertThat(timer("goodput.guard.calls", "outcome", "TRANSIENT_FAILURE").count())
                .isZero();
        assertThat(registry.get("goodput.guard.backoff").timer().count()).isOne();
    }

    @Test
    void what_was_refused_is_counted_by_its_reason() {
        Guard guard = guard("stock");
        meters.watch(guard);
        try {
            guard.call(() -> {
                throw new IllegalStateException("a bug");
            });
        } catch (Exception _) {
            // What is of interest is counted.
        }
        assertThat(registry.get("goodput.guard.refusals")
                        .tag("reason", "NOT_RETRYABLE")
                        .counter()
                        .count())
                .isOne();
    }

    @Test
    void meters_leave_with_the_last_guard_of_their_name() throws Exception {
        Guard one = guard("stock");
        Subscription first = meters.watch(one);
        Subscription second = meters.watch(guard("stock"));
        first.close();
        first.close();
        one.call(() -> "unheard");
        assertThat(registry.getMeters()).isNotEmpty();
        assertThat(timer("goodput.guard.calls", "outcome", "SUCCESS").count()).isZero();

        second.close();
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void guards_without_end_are_refused() {
        for (int i = 0; i < GuardMeters.MOST; i++) {
            meters.watch(guard("g" + i));
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> meters.watch(guard("one-more")))
                .withMessage("guards: more than 1000 (expected: close those that are gone)");
    }

    @Test
    void prometheus_reads_them() throws Exception {
        var prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Guard guard = guard("stock");
        new GuardMeters(prometheus).watch(guard);
        guard.call(() -> "there");

        assertThat(prometheus.scrape())
                .contains("goodput_guard_calls_seconds_count{guard=\"stock\",outcome=\"SUCCESS\"} 1")
                .contains("goodput_guard_calls_seconds_count{guard=\"stock\",outcome=\"TIMEOUT\"} 0")
                .contains("goodput_guard_refusals_total{guard=\"stock\",reason=\"BREAKER\"} 0.0");
    }

    private Guard guard(String name) {
        return Guard.builder(name)
                .timers(timers)
                .retry(RetryPolicy.builder()
                        .attempts(3)
                        .backoff(Backoff.exponential(Duration.ofMillis(5), Duration.ofMillis(20)))
                        .build())
                .build();
    }

    private Timer timer(String name, String... tags) {
        return registry.get(name).tags(tags).timer();
    }
}
