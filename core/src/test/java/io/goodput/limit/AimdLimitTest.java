package io.goodput.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goodput.Outcome;
import io.goodput.bounds.Shown;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AimdLimitTest {
    private static final long NOW = 100 * Traffic.SECOND;

    private final ConcurrencyLimit limit = new ConcurrencyLimit(AimdLimit.STANDARD);

    @Test
    void a_limits_worth_of_successes_raises_the_limit_by_one() {
        for (int raised = 20; raised < 40; raised++) {
            assertThat(limit.limit()).isEqualTo(raised);
            succeed(raised, raised);
        }
    }

    @ParameterizedTest
    @CsvSource({"17, 20", "18, 21"})
    void grows_only_when_nine_tenths_of_it_are_used(int inFlight, int after) {
        succeed(20, inFlight);
        assertThat(limit.limit()).isEqualTo(after);
    }

    @ParameterizedTest
    @EnumSource(names = {"THROTTLED", "TIMEOUT"})
    void overload_cuts_a_tenth_and_rounds_down(Outcome outcome) {
        for (int expected : new int[] {18, 16, 14, 12, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1}) {
            end(outcome);
            assertThat(limit.limit()).isEqualTo(expected);
        }
    }

    @Test
    void a_success_that_took_too_long_is_as_bad_as_none() {
        limit.tryAcquire();
        limit.release(Outcome.SUCCESS, NOW, NOW + 5 * Traffic.SECOND);
        assertThat(limit.limit()).isEqualTo(20);
        limit.tryAcquire();
        limit.release(Outcome.SUCCESS, NOW, NOW + 5 * Traffic.SECOND + 1);
        assertThat(limit.limit()).isEqualTo(18);
    }

    @Test
    void one_moment_of_overload_that_fails_all_that_was_in_flight_cuts_once() {
        while (limit.tryAcquire()) {
            assertThat(limit.inFlight()).isLessThanOrEqualTo(20);
        }
        for (int i = 0; i < 20; i++) {
            limit.release(Outcome.TIMEOUT, NOW + i, NOW + Traffic.SECOND + i);
        }
        assertThat(limit.limit()).isEqualTo(18);
    }

    @Test
    void what_was_admitted_after_a_cut_cuts_again() {
        for (int i = 0; i < 3; i++) {
            limit.tryAcquire();
        }
        limit.release(Outcome.TIMEOUT, NOW, NOW + 10);
        limit.release(Outcome.TIMEOUT, NOW + 9, NOW + 20);
        assertThat(limit.limit()).isEqualTo(18);
        limit.release(Outcome.TIMEOUT, NOW + 10, NOW + 20);
        assertThat(limit.limit()).isEqualTo(16);
    }

    @Test
    void a_cut_forgets_the_successes_towards_the_next_rise() {
        succeed(19, 20);
        end(Outcome.TIMEOUT);
        succeed(17, 18);
        assertThat(limit.limit()).isEqualTo(18);
        succeed(1, 18);
        assertThat(limit.limit()).isEqualTo(19);
    }

    @Test
    void a_transient_failure_is_a_sign_of_overload_only_if_told_so() {
        end(Outcome.TRANSIENT_FAILURE);
        assertThat(limit.limit()).isEqualTo(20);

        limit.change(AimdLimit.STANDARD.withOverload(Set.of(Outcome.TRANSIENT_FAILURE)));
        end(Outcome.TIMEOUT);
        assertThat(limit.limit()).isEqualTo(20);
        end(Outcome.TRANSIENT_FAILURE);
        assertThat(limit.limit()).isEqualTo(18);
    }

    @Test
    void every_part_can_be_changed() {
        limit.change(AimdLimit.STANDARD
                .withLimits(20, 2, 21)
                .withDecrease(0.5)
                .withUsed(0.1)
                .withTooLong(Duration.ofMillis(1)));
        succeed(41, 2);
        assertThat(limit.limit()).isEqualTo(21);
        limit.tryAcquire();
        limit.release(Outcome.SUCCESS, NOW, NOW + Traffic.MILLI + 1);
        assertThat(limit.limit()).isEqualTo(10);
    }

    @Test
    void concurrency_limits_compares_absolute_time_with_an_initial_0_but_here_any_origin_gives_the_same() {
        for (long origin : new long[] {0, 1, 1L << 61}) {
            var any = new ConcurrencyLimit(AimdLimit.STANDARD);
            any.tryAcquire();
            any.release(Outcome.TIMEOUT, origin, origin + 1);
            assertThat(any.limit()).isEqualTo(18);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 0, 0.05, 1, Double.POSITIVE_INFINITY})
    void an_impossible_factor_is_refused(double factor) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AimdLimit.STANDARD.withDecrease(factor))
                .withMessage("decrease: " + Shown.of(factor) + " (expected: >= 0.1 and <= 0.99)");
    }

    @Test
    void an_outcome_that_is_no_sign_of_overload_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AimdLimit.STANDARD.withOverload(Set.of(Outcome.CANCELLED)))
                .withMessage("overload: [CANCELLED] (expected: some of THROTTLED, TIMEOUT, TRANSIENT_FAILURE)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AimdLimit.STANDARD.withTooLong(Duration.ZERO))
                .withMessage("tooLong: 0s (expected: >= 1ns and <= 365d)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AimdLimit.STANDARD.withUsed(Double.NaN))
                .withMessage("used: NaN (expected: >= 0 and <= 1)");
    }

    /** So many successes, each while so many are in flight. */
    private void succeed(int times, int inFlight) {
        for (int i = 0; i < times; i++) {
            while (limit.inFlight() < inFlight) {
                assertThat(limit.tryAcquire()).isTrue();
            }
            limit.release(Outcome.SUCCESS, NOW, NOW + 1);
        }
        while (limit.inFlight() > 0) {
            limit.release(Outcome.CANCELLED, NOW, NOW + 1);
        }
    }

    private long later = NOW;

    /** A call of its own generation. */
    private void end(Outcome outcome) {
        limit.tryAcquire();
        limit.release(outcome, later, ++later);
    }
}
