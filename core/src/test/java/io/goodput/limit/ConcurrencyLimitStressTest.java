package io.goodput.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Outcome;
import io.goodput.Together;
import io.goodput.limit.ConcurrencyLimit.Settings;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many threads at one limit. */
class ConcurrencyLimitStressTest {
    private static final int THREADS = 8;
    private static final int ROUNDS = 5_000;
    private static final int CALLS = 50_000;

    static Stream<Settings> algorithms() {
        return Stream.of(
                new FixedLimit(5), AimdLimit.STANDARD.withLimits(5, 2, 5), GradientLimit.STANDARD.withLimits(5, 2, 5));
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void concurrency_limits_234_no_interleaving_admits_more_than_the_limit(Settings settings) throws Exception {
        var limit = new ConcurrencyLimit(settings);
        var inside = new AtomicInteger();

        long tooMany = Together.sum(THREADS, () -> {
            var random = new SplittableRandom(Thread.currentThread().threadId());
            long seen = 0;
            for (int i = 0; i < CALLS; i++) {
                if (limit.tryAcquire()) {
                    seen += inside.incrementAndGet() > settings.max() ? 1 : 0;
                    inside.decrementAndGet();
                    limit.release(random.nextInt(9) == 0 ? Outcome.TIMEOUT : Outcome.SUCCESS, i, i + 1);
                }
            }
            return seen;
        });

        assertThat(tooMany).isZero();
        assertThat(limit.inFlight()).isZero();
        assertThat(limit.limit()).isBetween(settings.min(), settings.max());
    }

    @Test
    void two_threads_that_ask_in_the_same_moment_do_not_both_get_the_last_permit() throws Exception {
        var limit = new ConcurrencyLimit(new FixedLimit(1));
        var meetings = new AtomicInteger();

        long both = Together.sum(2, () -> {
            long seen = 0;
            for (int round = 0; round < ROUNDS; round++) {
                meet(meetings, 3 * round + 1);
                boolean mine = limit.tryAcquire();
                meet(meetings, 3 * round + 2);
                seen += limit.inFlight() > 1 ? 1 : 0;
                meet(meetings, 3 * round + 3);
                if (mine) {
                    limit.release(Outcome.SUCCESS, 0, 1);
                }
            }
            return seen;
        });

        assertThat(both).isZero();
        assertThat(limit.inFlight()).isZero();
    }

    /**
     * Spins, so that both go on within nanoseconds; a barrier would wake them one after the other. Parks only to let
     * the other one run at all.
     */
    private static void meet(AtomicInteger meetings, int meeting) {
        meetings.incrementAndGet();
        for (int spins = 1; meetings.get() < 2 * meeting; spins++) {
            if (spins % 1_000 == 0) {
                LockSupport.parkNanos(1);
            } else {
                Thread.onSpinWait();
            }
        }
    }

    @RepeatedTest(20)
    void threads_together_get_exactly_as_many_permits_as_there_are() throws Exception {
        var limit = new ConcurrencyLimit(new FixedLimit(1_000));

        long acquired = Together.sum(THREADS, () -> {
            long mine = 0;
            while (limit.tryAcquire()) {
                mine++;
            }
            return mine;
        });

        assertThat(acquired).isEqualTo(1_000);
        assertThat(limit.inFlight()).isEqualTo(1_000);
    }

    @RepeatedTest(5)
    void changes_under_load_lose_no_permit_and_leave_the_limit_within_the_last_bounds() throws Exception {
        var limit = new ConcurrencyLimit(new FixedLimit(5));
        var changes = Stream.of(
                        AimdLimit.STANDARD.withLimits(30, 30, 40),
                        AimdLimit.STANDARD.withLimits(3, 1, 4),
                        GradientLimit.STANDARD.withLimits(50, 50, 60),
                        new FixedLimit(7))
                .toList();

        Together.sum(THREADS, () -> {
            var random = new SplittableRandom(Thread.currentThread().threadId());
            for (int i = 0; i < 20_000; i++) {
                if (i % 100 == 0) {
                    limit.change(changes.get(random.nextInt(changes.size())));
                }
                if (limit.tryAcquire()) {
                    limit.release(random.nextInt(9) == 0 ? Outcome.TIMEOUT : Outcome.SUCCESS, i, i + 1);
                }
            }
            return 0L;
        });

        assertThat(limit.inFlight()).isZero();
        assertThat(limit.limit())
                .isBetween(limit.settings().min(), limit.settings().max());
    }

    @RepeatedTest(5)
    void a_generation_that_fails_in_many_threads_at_once_is_cut_once() throws Exception {
        var limit = new ConcurrencyLimit(AimdLimit.STANDARD.withLimits(100, 1, 200));
        while (limit.inFlight() < THREADS * 10) {
            assertThat(limit.tryAcquire()).isTrue();
        }

        Together.sum(THREADS, () -> {
            for (int i = 0; i < 10; i++) {
                limit.release(Outcome.TIMEOUT, 1, 2);
            }
            return 0L;
        });

        assertThat(limit.limit()).isEqualTo(90);
        assertThat(limit.inFlight()).isZero();
    }
}
