package io.goodput.breaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.goodput.Outcome;
import io.goodput.bounds.Shown;
import io.goodput.breaker.ProportionalBreaker.Settings;
import io.goodput.property.DoubleRange;
import io.goodput.property.ForAll;
import io.goodput.property.IntRange;
import io.goodput.property.Property;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProportionalBreakerTest {
    private static final long SECOND = 1_000_000_000;
    private static final long MILLI = 1_000_000;

    private final ProportionalBreaker breaker = new ProportionalBreaker(Settings.STANDARD);
    private final RandomGenerator random = new SplittableRandom(1);

    private long now = 10 * SECOND;

    @Test
    void lets_everything_through_and_draws_nothing_while_all_is_well() {
        RandomGenerator none = () -> {
            throw new AssertionError("drew");
        };
        for (int call = 0; call < 10_000; call++) {
            assertThat(breaker.tryPass(now, none)).isTrue();
            breaker.ended(Outcome.SUCCESS, now, now);
            now += MILLI;
        }
        assertThat(breaker.admitted()).isEqualTo(1);
        assertThat(breaker.dropped()).isZero();
    }

    @Test
    void goes_down_by_half_each_window_and_up_by_a_tenth() {
        window(100, 1);
        assertThat(breaker.admitted()).isEqualTo(0.5);
        window(100, 1);
        assertThat(breaker.admitted()).isEqualTo(0.25);

        window(100, 0);
        assertThat(breaker.admitted()).isCloseTo(0.35, within(1e-9));
        window(100, 0);
        assertThat(breaker.admitted()).isCloseTo(0.45, within(1e-9));
    }

    @Test
    void never_goes_below_its_least_share_nor_above_everything() {
        IntStream.range(0, 20).forEach(i -> window(100, 1));
        assertThat(breaker.admitted()).isEqualTo(0.01);

        IntStream.range(0, 20).forEach(i -> window(100, 0));
        assertThat(breaker.admitted()).isEqualTo(1);
    }

    @Test
    void fewer_calls_than_needed_decide_nothing() {
        window(19, 1);
        assertThat(breaker.admitted()).isEqualTo(1);

        end(Outcome.TIMEOUT);
        assertThat(breaker.admitted()).isEqualTo(0.5);
    }

    @Test
    void the_less_is_let_through_the_fewer_calls_decide() {
        IntStream.range(0, 20).forEach(i -> window(100, 1));

        window(2, 0);

        assertThat(breaker.admitted()).isCloseTo(0.11, within(1e-9));
    }

    @Test
    void a_share_of_failures_at_the_threshold_is_not_above_it() {
        window(50, 0.5);
        assertThat(breaker.admitted()).isEqualTo(1);
    }

    @Property(tries = 50)
    void a_dependency_that_fails_less_than_the_threshold_is_sent_everything(
            @ForAll @DoubleRange(min = 0, max = 0.3) double failing, @ForAll int seed) {
        var draws = new SplittableRandom(seed);
        var partly = new ProportionalBreaker(Settings.STANDARD.withMinCalls(100));
        for (long at = SECOND; at < 60 * SECOND; at += 5 * MILLI) {
            assertThat(partly.tryPass(at, draws)).isTrue();
            partly.ended(draws.nextDouble() < failing ? Outcome.TRANSIENT_FAILURE : Outcome.SUCCESS, at, at);
        }
    }

    @Test
    void a_dependency_that_fails_in_part_is_sent_at_least_the_share_that_succeeds() {
        for (int window = 0; window < 20; window++) {
            window(100, 0.6);
            assertThat(breaker.admitted()).isGreaterThanOrEqualTo(0.4);
        }
        assertThat(breaker.admitted()).isEqualTo(0.4);
    }

    @Test
    void less_that_succeeds_than_is_let_through_never_raises_it() {
        IntStream.range(0, 20).forEach(i -> window(100, 1));
        window(100, 0.6);
        assertThat(breaker.admitted()).isEqualTo(0.01);
    }

    @Test
    void calls_that_started_before_a_decrease_are_not_answered_twice() {
        long before = now;
        window(100, 1);
        assertThat(breaker.admitted()).isEqualTo(0.5);

        for (int late = 0; late < 1_000; late++) {
            now += 10 * MILLI;
            breaker.ended(Outcome.TIMEOUT, before, now);
        }

        assertThat(breaker.admitted()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @EnumSource(names = {"TRANSIENT_FAILURE", "TIMEOUT", "THROTTLED"})
    void what_passes_or_is_too_much_is_a_failure(Outcome outcome) {
        window(100, outcome);
        assertThat(breaker.admitted()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @EnumSource(names = {"SUCCESS", "PERMANENT_FAILURE"})
    void any_other_answer_shows_that_the_dependency_is_alive(Outcome outcome) {
        window(100, 1);
        window(100, outcome);
        assertThat(breaker.admitted()).isEqualTo(0.6);
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELLED", "DROPPED"})
    void what_we_gave_up_says_nothing(Outcome outcome) {
        window(100, 1);
        window(100, outcome);
        assertThat(breaker.admitted()).isEqualTo(0.5);
    }

    @Test
    void a_permanent_failure_may_be_declared_a_failure() {
        breaker.change(Settings.STANDARD.withFailures(EnumSet.of(Outcome.PERMANENT_FAILURE)));
        window(100, Outcome.PERMANENT_FAILURE);
        assertThat(breaker.admitted()).isEqualTo(0.5);
    }

    @Test
    void lets_the_share_through_that_it_says() {
        window(100, 1);
        window(100, 1);

        int passed = 0;
        for (int call = 0; call < 100_000; call++) {
            passed += breaker.tryPass(now, random) ? 1 : 0;
        }

        assertThat(passed / 100_000.0).isCloseTo(0.25, within(0.01));
        assertThat(breaker.dropped()).isEqualTo(100_000 - passed);
    }

    @Test
    void a_trickle_goes_through_however_unlucky_it_is() {
        IntStream.range(0, 20).forEach(i -> window(100, 1));
        RandomGenerator unlucky = () -> -1;
        int passed = 0;
        for (int call = 0; call < 10_000; call++) {
            passed += breaker.tryPass(now, unlucky) ? 1 : 0;
            now += 10 * MILLI;
        }
        assertThat(passed).isEqualTo(100);
    }

    @Test
    void a_key_that_is_seldom_asked_for_recovers_by_its_probes() {
        IntStream.range(0, 20).forEach(i -> window(100, 1));
        for (int second = 0; second < 120; second++) {
            now += SECOND;
            if (breaker.tryPass(now, random)) {
                breaker.ended(Outcome.SUCCESS, now, now + MILLI);
            }
        }
        assertThat(breaker.admitted()).isEqualTo(1);
    }

    @Property(tries = 100)
    void the_share_stays_within_its_bounds(
            @ForAll @DoubleRange(min = 0.01, max = 1) double least,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double decrease,
            @ForAll @DoubleRange(min = 0.01, max = 1) double increase,
            @ForAll @IntRange(min = 1, max = 50) int minCalls,
            @ForAll int seed) {
        var draws = new SplittableRandom(seed);
        var any = new ProportionalBreaker(Settings.STANDARD
                .withMinCalls(minCalls)
                .withSteps(decrease, increase)
                .withProbes(least, Duration.ofMillis(10)));
        Outcome[] outcomes = Outcome.values();
        long at = 0;
        for (int call = 0; call < 2_000; call++) {
            at += draws.nextLong(20 * MILLI);
            if (any.tryPass(at, draws)) {
                any.ended(outcomes[draws.nextInt(outcomes.length)], at - draws.nextLong(at + 1), at);
            }
            assertThat(any.admitted()).isBetween(least, 1.0);
        }
    }

    @Test
    void new_settings_keep_the_share_and_the_counts() {
        window(100, 1);
        IntStream.range(0, 10).forEach(i -> end(Outcome.TIMEOUT));

        breaker.change(Settings.STANDARD.withMinCalls(22));
        assertThat(breaker.admitted()).isEqualTo(0.5);
        now += SECOND;
        end(Outcome.TIMEOUT);

        assertThat(breaker.admitted()).isEqualTo(0.25);
    }

    @Test
    void threads_end_a_window_once() throws Exception {
        int threads = 4;
        var together = new CyclicBarrier(threads);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (int round = 0; round < 500; round++) {
                var shared = new ProportionalBreaker(Settings.STANDARD);
                IntStream.range(0, 20).forEach(i -> shared.ended(Outcome.TIMEOUT, 0, 0));
                var results = IntStream.range(0, threads)
                        .<Future<?>>mapToObj(i -> pool.submit(() -> {
                            together.await();
                            shared.ended(Outcome.TIMEOUT, 0, SECOND);
                            return null;
                        }))
                        .toList();
                for (Future<?> result : results) {
                    result.get();
                }
                assertThat(shared.admitted()).isEqualTo(0.5);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 0, -1, 1, 2})
    void an_impossible_threshold_is_refused(double threshold) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.STANDARD.withThreshold(threshold))
                .withMessage("threshold: " + Shown.of(threshold) + " (expected: >= 0.000001 and <= 0.999999)");
    }

    @Test
    void other_impossible_settings_are_refused_by_name() {
        Settings standard = Settings.STANDARD;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.withWindow(Duration.ZERO))
                .withMessage("window: 0s (expected: >= 1ms and <= 1d)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.withMinCalls(0))
                .withMessage("minCalls: 0 (expected: >= 1 and <= 1000000)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.withSteps(1, 0.1))
                .withMessageStartingWith("decrease: 1 ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.withSteps(0.5, 0))
                .withMessageStartingWith("increase: 0 ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.withProbes(0, Duration.ofSeconds(1)))
                .withMessageStartingWith("minAdmitted: 0 ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.withProbes(0.1, Duration.ofDays(2)))
                .withMessageStartingWith("probeEvery: 2d ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.withFailures(Set.of(Outcome.SUCCESS)))
                .withMessageStartingWith("failures: [SUCCESS] ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.withFailures(Set.of()))
                .withMessageStartingWith("failures: [] ");
    }

    /** A window of so many calls; at its end the breaker decides. */
    private void window(int calls, double failing) {
        for (int call = 1; call < calls; call++) {
            end(call <= failing * calls ? Outcome.TRANSIENT_FAILURE : Outcome.SUCCESS);
        }
        now += SECOND;
        end(failing == 1 ? Outcome.TRANSIENT_FAILURE : Outcome.SUCCESS);
    }

    private void window(int calls, Outcome outcome) {
        for (int call = 1; call < calls; call++) {
            end(outcome);
        }
        now += SECOND;
        end(outcome);
    }

    private void end(Outcome outcome) {
        breaker.ended(outcome, now, now);
    }
}
