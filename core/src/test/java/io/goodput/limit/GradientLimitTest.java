package io.goodput.limit;

import static io.goodput.limit.Traffic.MILLI;
import static io.goodput.limit.Traffic.SECOND;
import static io.goodput.limit.Traffic.server;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goodput.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradientLimitTest {
    private static final LongUnaryOperator SMALL = server(10, 20 * MILLI);
    private static final LongUnaryOperator LARGE = server(10_000, 20 * MILLI);

    private final ConcurrencyLimit limit = new ConcurrencyLimit(GradientLimit.STANDARD);
    private final Traffic traffic = new Traffic(limit);

    @Test
    void concurrency_limits_137_flat_timeouts_do_not_drive_the_limit_up() {
        int before = limit.limit();
        for (int second = 0; second < 300; second++) {
            traffic.run(1, 500, inFlight -> SECOND, Outcome.TIMEOUT);
            assertThat(limit.limit()).isLessThanOrEqualTo(before);
            before = limit.limit();
        }
        assertThat(limit.limit()).isOne();
    }

    @Test
    void concurrency_limits_137_nor_do_throttles_that_come_back_at_once() {
        traffic.run(60, 500, inFlight -> MILLI, Outcome.THROTTLED);
        assertThat(limit.limit()).isOne();
    }

    @Test
    void concurrency_limits_134_and_165_the_baseline_may_not_drift_with_a_queue_that_lasts() {
        // Always more callers than ten slots can serve. Without the guard every queue becomes the new normal.
        var unguarded = new ConcurrencyLimit(GradientLimit.STANDARD.withDriftGuard(false));

        new Traffic(unguarded).run(1_800, 500, SMALL, Outcome.SUCCESS);
        assertThat(unguarded.limit()).isEqualTo(200);

        for (int second = 0; second < 1_800; second++) {
            traffic.run(1, 500, SMALL, Outcome.SUCCESS);
            assertThat(limit.limit()).isBetween(8, 40);
        }
    }

    @Test
    void concurrency_limits_35_ramps_up_in_seconds() {
        traffic.run(5, 500, LARGE, Outcome.SUCCESS);
        assertThat(limit.limit()).isGreaterThanOrEqualTo(160);
    }

    @Test
    void grows_only_when_it_is_used() {
        traffic.run(100, 17, LARGE, Outcome.SUCCESS);
        assertThat(limit.limit()).isEqualTo(20);
        traffic.run(5, 18, LARGE, Outcome.SUCCESS);
        assertThat(limit.limit()).isGreaterThan(20);
    }

    @Test
    void the_limit_of_an_idle_service_sinks_to_its_start_and_not_below() {
        traffic.run(10, 500, LARGE, Outcome.SUCCESS);
        assertThat(limit.limit()).isEqualTo(200);
        traffic.run(60, 20, LARGE, Outcome.SUCCESS);
        assertThat(limit.limit()).isBetween(100, 101);
        traffic.run(60, 1, LARGE, Outcome.SUCCESS);
        assertThat(limit.limit()).isBetween(20, 21);
    }

    @Test
    void concurrency_limits_compares_absolute_time_with_an_initial_0_but_here_any_origin_gives_the_same() {
        assertThat(history(1L << 61)).isEqualTo(history(0)).isEqualTo(history(1));
    }

    private static List<Integer> history(long origin) {
        var any = new ConcurrencyLimit(GradientLimit.STANDARD);
        var calls = new Traffic(any, origin + SECOND);
        var limits = new ArrayList<Integer>();
        for (int second = 0; second < 60; second++) {
            calls.run(1, 500, second < 30 ? SMALL : LARGE, Outcome.SUCCESS);
            limits.add(any.limit());
        }
        return limits;
    }

    @Test
    void falls_when_the_latency_rises() {
        traffic.run(30, 500, LARGE, Outcome.SUCCESS);
        traffic.run(10, 500, inFlight -> 100 * MILLI, Outcome.SUCCESS);
        assertThat(limit.limit()).isLessThan(120);
    }

    @Test
    void keeps_still_while_the_latency_is_tolerable() {
        traffic.run(30, 500, LARGE, Outcome.SUCCESS);
        traffic.run(30, 500, inFlight -> 29 * MILLI, Outcome.SUCCESS);
        assertThat(limit.limit()).isEqualTo(200);
    }

    @Test
    void a_latency_that_is_higher_for_good_becomes_the_new_normal() {
        traffic.run(30, 500, LARGE, Outcome.SUCCESS);
        traffic.run(600, 500, inFlight -> 60 * MILLI, Outcome.SUCCESS);
        assertThat(limit.limit()).isEqualTo(200);
    }

    @Test
    void a_rare_slow_kind_of_call_is_no_overload() {
        var calls = new int[1];
        LongUnaryOperator bimodal = inFlight -> ++calls[0] % 20 == 0 ? 200 * MILLI : 10 * MILLI;
        traffic.run(30, 500, bimodal, Outcome.SUCCESS);
        assertThat(limit.limit()).isEqualTo(200);
    }

    @Test
    void after_an_outage_it_doubles_up_to_half_of_what_it_was() {
        traffic.run(30, 500, LARGE, Outcome.SUCCESS);
        traffic.run(300, 500, inFlight -> SECOND, Outcome.TIMEOUT);
        assertThat(limit.limit()).isOne();

        traffic.run(12, 500, LARGE, Outcome.SUCCESS);
        assertThat(limit.limit()).isBetween(100, 140);
        traffic.run(120, 500, LARGE, Outcome.SUCCESS);
        assertThat(limit.limit()).isEqualTo(200);
    }

    @Test
    void a_transient_failure_teaches_nothing() {
        traffic.run(60, 500, inFlight -> MILLI, Outcome.TRANSIENT_FAILURE);
        traffic.run(60, 500, inFlight -> 10 * SECOND, Outcome.TRANSIENT_FAILURE);
        assertThat(limit.limit()).isEqualTo(20);
    }

    @Test
    void a_window_waits_for_its_samples_but_not_for_ever() {
        // Two answers a second: 50 would take 25 s, so at 31 s there has been one window, of full use.
        limit.change(GradientLimit.STANDARD.withWindow(Duration.ofSeconds(1), 1_000));
        traffic.run(29, 500, inFlight -> 10 * SECOND, Outcome.SUCCESS);
        assertThat(limit.limit()).isEqualTo(20);
        traffic.run(4, 500, inFlight -> 10 * SECOND, Outcome.SUCCESS);
        assertThat(limit.limit()).isEqualTo(40);
    }

    @ParameterizedTest
    @CsvSource({"NaN, tolerance: NaN", "0.9, tolerance: 0.9", "11, tolerance: 11"})
    void an_impossible_tolerance_is_refused(double tolerance, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GradientLimit.STANDARD.withTolerance(tolerance))
                .withMessage(message + " (expected: >= 1 and <= 10)");
    }

    @Test
    void every_other_impossible_part_is_refused_by_its_own_name() {
        GradientLimit standard = GradientLimit.STANDARD;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.withWindow(Duration.ZERO, 50))
                .withMessage("window: 0s (expected: >= 1ms and <= 1h)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.withWindow(Duration.ofSeconds(1), 9))
                .withMessage("samples: 9 (expected: >= 10 and <= 1000000)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.withQueue(0))
                .withMessage("queue: 0 (expected: >= 1 and <= 1000)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.withBaseline(1))
                .withMessage("baseline: 1 (expected: >= 2 and <= 10000)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.withSmoothing(0))
                .withMessage("smoothing: 0 (expected: >= 0.01 and <= 1)");
    }
}
