package io.goodput.breaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goodput.Outcome;
import io.goodput.breaker.CircuitBreaker.Settings;
import io.goodput.property.ForAll;
import io.goodput.property.IntRange;
import io.goodput.property.Property;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private static final long SECOND = 1_000_000_000;
    private static final RandomGenerator NONE = () -> {
        throw new AssertionError("drew");
    };

    private final CircuitBreaker breaker = new CircuitBreaker(Settings.STANDARD);
    private long now = SECOND;

    @Test
    void opens_at_half_of_the_last_hundred_calls() {
        calls(50, Outcome.SUCCESS);
        calls(49, Outcome.TIMEOUT);
        assertThat(breaker.admitted()).isEqualTo(1);

        calls(1, Outcome.TIMEOUT);

        assertThat(breaker.admitted()).isZero();
        assertThat(breaker.tryPass(now, NONE)).isFalse();
        assertThat(breaker.dropped()).isOne();
    }

    @Test
    void looks_at_the_last_calls_only() {
        calls(1_000, Outcome.SUCCESS);
        calls(49, Outcome.TIMEOUT);
        assertThat(breaker.admitted()).isEqualTo(1);

        calls(1, Outcome.TIMEOUT);

        assertThat(breaker.admitted()).isZero();
    }

    @Property(tries = 200)
    void counts_the_failures_among_the_last_calls_as_a_list_would(
            @ForAll @IntRange(min = 1, max = 20) int calls,
            @ForAll @IntRange(min = 1, max = 20) int fewest,
            @ForAll int seed) {
        var draws = new SplittableRandom(seed);
        int minCalls = Math.min(calls, fewest);
        var any =
                new CircuitBreaker(Settings.STANDARD.withCalls(calls, minCalls).withThreshold(0.7));
        var last = new ArrayList<Boolean>();
        for (int at = 1; at < 500; at++) {
            boolean failed = draws.nextDouble() < 0.55;
            last.add(failed);
            any.ended(failed ? Outcome.TIMEOUT : Outcome.SUCCESS, at, at);

            List<Boolean> seen = last.subList(Math.max(0, last.size() - calls), last.size());
            boolean opens = failed
                    && seen.size() >= minCalls
                    && seen.stream().filter(bad -> bad).count() >= 0.7 * seen.size();
            assertThat(any.admitted()).isEqualTo(opens ? 0 : 1);
            if (opens) {
                return;
            }
        }
    }

    @Test
    void what_was_cancelled_or_makes_no_sense_does_not_open_it() {
        calls(1_000, Outcome.CANCELLED);
        calls(1_000, Outcome.DROPPED);
        calls(1_000, Outcome.PERMANENT_FAILURE);
        assertThat(breaker.admitted()).isEqualTo(1);
    }

    @Test
    void lets_nothing_through_for_a_minute_then_ten_probes_and_closes_if_they_succeed() {
        open();
        assertThat(passed(1_000)).isZero();
        now += 60 * SECOND - 1;
        assertThat(passed(1_000)).isZero();
        now += 1;
        assertThat(passed(1_000)).isEqualTo(10);

        for (int probe = 0; probe < 10; probe++) {
            assertThat(breaker.admitted()).isZero();
            breaker.ended(Outcome.SUCCESS, now, now + 1);
        }

        assertThat(breaker.admitted()).isEqualTo(1);
    }

    @Test
    void opens_again_if_half_of_the_probes_fail() {
        open();
        now += 60 * SECOND;
        assertThat(passed(10)).isEqualTo(10);

        for (int probe = 0; probe < 10; probe++) {
            breaker.ended(probe < 5 ? Outcome.TIMEOUT : Outcome.SUCCESS, now, now + 1);
        }

        now += 60 * SECOND;
        assertThat(passed(100)).as("a minute counts from the verdict").isZero();
        now += 1;
        assertThat(passed(100)).isEqualTo(10);
    }

    @Test
    void resilience4j_1090_late_answers_from_before_it_opened_release_no_probe() {
        // There, calls that had been let through while it was closed gave back permits of the half-open state.
        calls(99, Outcome.TIMEOUT);
        long before = now;
        assertThat(passed(50)).isEqualTo(50);
        calls(1, Outcome.TIMEOUT);
        now += 60 * SECOND;
        assertThat(passed(100)).isEqualTo(10);

        for (int late = 0; late < 50; late++) {
            breaker.ended(late % 2 == 0 ? Outcome.SUCCESS : Outcome.CANCELLED, before, now);
        }

        assertThat(passed(100)).isZero();
        assertThat(breaker.admitted()).isZero();
    }

    @Test
    void a_cancelled_probe_gives_its_place_to_another() {
        open();
        now += 60 * SECOND;
        assertThat(passed(100)).isEqualTo(10);

        breaker.ended(Outcome.CANCELLED, now, now);
        breaker.ended(Outcome.DROPPED, now, now);

        assertThat(passed(100)).isEqualTo(2);
    }

    @Test
    void a_thread_with_an_old_reading_of_the_clock_gets_no_probe_as_it_could_not_be_told_from_an_older_call() {
        open();
        long old = now + 60 * SECOND;
        assertThat(breaker.tryPass(old + 1, NONE)).isTrue();
        assertThat(breaker.tryPass(old, NONE)).isFalse();
        assertThat(breaker.tryPass(old + 1, NONE)).isTrue();
    }

    @Property(tries = 300)
    void resilience4j_1090_probes_are_never_more_than_there_may_be_whatever_happens(
            @ForAll @IntRange(min = 1, max = 5) int probes, @ForAll int seed) {
        var draws = new SplittableRandom(seed);
        var any = new CircuitBreaker(
                Settings.STANDARD.withCalls(4, 2).withProbes(probes).withOpen(Duration.ofMillis(1)));
        var inFlight = new ArrayList<Long>();
        var probing = new ArrayList<Long>();
        int answered = 0;
        boolean closed = true;
        Outcome[] outcomes = Outcome.values();
        long at = SECOND;
        for (int step = 0; step < 2_000; step++) {
            at += 1 + draws.nextInt(400_000);
            if (draws.nextBoolean()) {
                if (any.tryPass(at, draws)) {
                    (closed ? inFlight : probing).add(at);
                }
                // Each is either under way or has been answered: never more of them than there may be.
                assertThat(probing.size() + answered).isLessThanOrEqualTo(probes);
                continue;
            }
            boolean ofProbe = !probing.isEmpty() && draws.nextBoolean();
            List<Long> from = ofProbe ? probing : inFlight;
            if (from.isEmpty()) {
                continue;
            }
            Outcome outcome = outcomes[draws.nextInt(outcomes.length)];
            any.ended(outcome, from.remove(draws.nextInt(from.size())), at);
            answered += ofProbe && Breaker.tells(outcome) ? 1 : 0;
            if (answered == probes || closed != (any.admitted() == 1)) {
                closed = any.admitted() == 1;
                answered = 0;
            }
        }
    }

    @RepeatedTest(5)
    void resilience4j_1090_threads_together_send_exactly_the_probes() throws Exception {
        // Many, so that the threads are at it together for a while.
        int probes = 100_000;
        breaker.change(Settings.STANDARD.withProbes(probes));
        open();
        now += 60 * SECOND;
        int threads = 4;
        var together = new CyclicBarrier(threads);
        var passed = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var results = IntStream.range(0, threads)
                    .<Future<?>>mapToObj(i -> pool.submit(() -> {
                        together.await();
                        passed.addAndGet(passed(probes));
                        return null;
                    }))
                    .toList();
            for (Future<?> result : results) {
                result.get();
            }
        }
        assertThat(passed).hasValue(probes);
    }

    @Test
    void new_settings_keep_the_last_calls() {
        calls(60, Outcome.SUCCESS);
        calls(40, Outcome.TIMEOUT);

        breaker.change(Settings.STANDARD.withCalls(80, 80));
        assertThat(breaker.admitted())
                .as("40 of 80 have failed, but nothing has happened")
                .isEqualTo(1);
        calls(1, Outcome.TIMEOUT);

        assertThat(breaker.admitted()).isZero();
    }

    @Test
    void new_settings_keep_it_open_and_say_for_how_long() {
        open();
        breaker.change(Settings.STANDARD.withOpen(Duration.ofSeconds(1)).withProbes(3));
        assertThat(passed(10)).isZero();
        now += SECOND;
        assertThat(passed(10)).isEqualTo(3);
    }

    @Test
    void impossible_settings_are_refused_by_name() {
        Settings standard = Settings.STANDARD;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.withThreshold(Double.NaN))
                .withMessage("threshold: NaN (expected: >= 0.000001 and <= 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.withCalls(10, 11))
                .withMessage("minCalls: 11 (expected: >= 1 and <= 10)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.withCalls(0, 0))
                .withMessage("calls: 0 (expected: >= 1 and <= 100000)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.withProbes(0))
                .withMessage("probes: 0 (expected: >= 1 and <= 100000)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.withOpen(Duration.ZERO))
                .withMessage("open: 0s (expected: >= 1ms and <= 1d)");
    }

    private void open() {
        calls(100, Outcome.TIMEOUT);
        assertThat(breaker.admitted()).isZero();
    }

    private void calls(int calls, Outcome outcome) {
        for (int call = 0; call < calls; call++) {
            breaker.ended(outcome, now, now);
        }
    }

    private int passed(int calls) {
        int passed = 0;
        for (int call = 0; call < calls; call++) {
            passed += breaker.tryPass(now, NONE) ? 1 : 0;
        }
        return passed;
    }
}
