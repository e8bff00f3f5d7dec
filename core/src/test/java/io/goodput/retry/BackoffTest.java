package io.goodput.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.goodput.Outcome;
import io.goodput.property.DoubleRange;
import io.goodput.property.ForAll;
import io.goodput.property.IntRange;
import io.goodput.property.LongRange;
import io.goodput.property.Property;
import java.time.Duration;
import java.util.DoubleSummaryStatistics;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BackoffTest {
    private static final long MS = 1_000_000;
    private static final long YEAR = Duration.ofDays(365).toNanos();

    @ParameterizedTest
    @CsvSource({
        "0, 50",
        "1, 100",
        "2, 200",
        "3, 400",
        "8, 12800",
        "9, 20000",
        "10, 20000",
        "63, 20000",
        "64, 20000",
        "1000, 20000"
    })
    void doubles_from_the_base_until_the_cap(int retry, long millis) {
        Backoff backoff = Backoff.STANDARD.withJitter(Jitter.NONE);

        assertThat(backoff.nanos(retry, Outcome.TRANSIENT_FAILURE, 0, draw(0.5)))
                .isEqualTo(millis * MS);
        assertThat(backoff.nanos(retry, Outcome.TIMEOUT, 0, draw(0.5))).isEqualTo(millis * MS);
    }

    @ParameterizedTest
    @CsvSource({"0, 1000", "1, 2000", "4, 16000", "5, 20000"})
    void starts_higher_after_a_throttle(int retry, long millis) {
        Backoff backoff = Backoff.STANDARD.withJitter(Jitter.NONE);

        assertThat(backoff.nanos(retry, Outcome.THROTTLED, 0, draw(0.5))).isEqualTo(millis * MS);
    }

    @ParameterizedTest
    @CsvSource({
        // A retry that doubles twice, 50 ms to 200 ms, after a wait of 80 ms.
        "FULL, 0, 0",
        "FULL, 0.25, 50",
        "FULL, 0.5, 100",
        "EQUAL, 0, 100",
        "EQUAL, 0.5, 150",
        "NONE, 0.7, 200",
        // From the base, 50 ms, to three times 80 ms.
        "DECORRELATED, 0, 50",
        "DECORRELATED, 0.5, 145",
        "DECORRELATED, 0.9, 221"
    })
    void each_jitter_by_a_worked_number(Jitter jitter, double draw, double millis) {
        Backoff backoff = Backoff.STANDARD.withJitter(jitter);

        assertThat(backoff.nanos(2, Outcome.TRANSIENT_FAILURE, 80 * MS, draw(draw)))
                .isCloseTo(Math.round(millis * MS), within(1L));
    }

    @Test
    void the_first_decorrelated_wait_is_between_the_base_and_three_times_the_base() {
        Backoff backoff = Backoff.STANDARD.withJitter(Jitter.DECORRELATED);

        assertThat(backoff.nanos(0, Outcome.TRANSIENT_FAILURE, 0, draw(0))).isEqualTo(50 * MS);
        assertThat(backoff.nanos(0, Outcome.TRANSIENT_FAILURE, 0, draw(0.5))).isEqualTo(100 * MS);
        assertThat(backoff.nanos(0, Outcome.THROTTLED, 0, draw(0.5))).isEqualTo(2_000 * MS);
    }

    @ParameterizedTest
    @CsvSource({"FULL, 0, 20000", "EQUAL, 10000, 20000", "DECORRELATED, 50, 12000"})
    void waits_are_spread_evenly_over_their_range(Jitter jitter, double least, double most) {
        Backoff backoff = Backoff.STANDARD.withJitter(jitter);
        var random = new SplittableRandom(42);

        DoubleSummaryStatistics millis = LongStream.range(0, 100_000)
                .mapToDouble(_ -> backoff.nanos(20, Outcome.TRANSIENT_FAILURE, 4_000 * MS, random) / (double) MS)
                .summaryStatistics();

        double range = most - least;
        assertThat(millis.getAverage()).isCloseTo((least + most) / 2, within(range / 200));
        assertThat(millis.getMin()).isBetween(least, least + range / 1_000);
        assertThat(millis.getMax()).isBetween(most - range / 1_000, most);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "EQUAL"})
    void resilience4j_jitter_clients_that_have_reached_the_cap_do_not_fall_into_step(Jitter jitter) {
        Backoff backoff = Backoff.STANDARD.withJitter(jitter);
        var random = new SplittableRandom(7);

        long different = LongStream.range(0, 10_000)
                .map(_ -> backoff.nanos(500, Outcome.TRANSIENT_FAILURE, 20_000 * MS, random))
                .distinct()
                .count();

        assertThat(different).isGreaterThan(9_990);
    }

    @Test
    void two_of_three_decorrelated_clients_at_the_cap_wait_for_the_cap_itself() {
        // The published formula caps after the draw. FULL is the better choice where waits come near the cap.
        Backoff backoff = Backoff.STANDARD.withJitter(Jitter.DECORRELATED);
        var random = new SplittableRandom(7);

        double atTheCap = LongStream.range(0, 10_000)
                        .map(_ -> backoff.nanos(500, Outcome.TRANSIENT_FAILURE, 20_000 * MS, random))
                        .filter(wait -> wait == 20_000 * MS)
                        .count()
                / 10_000.0;

        assertThat(atTheCap).isCloseTo(2 / 3.0, within(0.02));
    }

    @Property(tries = 5_000)
    void no_wait_is_negative_or_beyond_the_cap(
            @ForAll @LongRange(min = 0, max = 31_536_000_000_000_000L) long cap,
            @ForAll @DoubleRange(min = 0, max = 1) double baseShare,
            @ForAll @IntRange(min = 0) int retry,
            @ForAll Outcome outcome,
            @ForAll @LongRange(min = 0) long previous,
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double draw,
            @ForAll Jitter jitter) {
        var base = Duration.ofNanos(Math.min(cap, (long) (baseShare * cap)));
        var backoff = new Backoff(base, base, Duration.ofNanos(cap), jitter);

        long wait = backoff.nanos(retry, outcome, previous, draw(draw));

        assertThat(wait).isBetween(0L, cap);
        if (jitter == Jitter.EQUAL) {
            assertThat(wait).isGreaterThanOrEqualTo(base.toNanos() / 2);
        }
        if (jitter == Jitter.DECORRELATED) {
            assertThat(wait).isGreaterThanOrEqualTo(base.toNanos());
        }
    }

    @Property(tries = 2_000)
    void a_wait_without_jitter_never_gets_shorter_from_one_retry_to_the_next(
            @ForAll @LongRange(min = 1, max = 31_536_000_000_000_000L) long base,
            @ForAll @IntRange(min = 0, max = 1_000) int retry) {
        var backoff = new Backoff(Duration.ofNanos(base), Duration.ofNanos(base), Duration.ofNanos(YEAR), Jitter.NONE);
        RandomGenerator none = undrawable();

        long wait = backoff.nanos(retry, Outcome.TIMEOUT, 0, none);

        assertThat(wait).isBetween(base, YEAR);
        assertThat(backoff.nanos(retry + 1, Outcome.TIMEOUT, 0, none)).isGreaterThanOrEqualTo(wait);
    }

    @ParameterizedTest
    @EnumSource
    void draws_once_and_not_at_all_where_there_is_nothing_to_spread(Jitter jitter) {
        var drawn = new int[1];
        RandomGenerator counting = () -> {
            drawn[0]++;
            return 0x1234_5678_9abc_def0L;
        };

        Backoff.STANDARD.withJitter(jitter).nanos(3, Outcome.TIMEOUT, 50 * MS, counting);

        assertThat(drawn[0]).isEqualTo(jitter == Jitter.NONE ? 0 : 1);
        assertThat(Backoff.NONE.nanos(3, Outcome.TIMEOUT, 0, undrawable())).isZero();
        assertThat(Backoff.NONE.withJitter(Jitter.FULL).nanos(3, Outcome.TIMEOUT, 0, undrawable()))
                .isZero();
    }

    @Test
    void exponential_makes_no_difference_between_a_throttle_and_a_failure() {
        var backoff = Backoff.exponential(Duration.ofMillis(10), Duration.ofSeconds(1));

        assertThat(backoff.jitter()).isEqualTo(Jitter.FULL);
        assertThat(backoff.nanos(1, Outcome.THROTTLED, 0, draw(0.5)))
                .isEqualTo(backoff.nanos(1, Outcome.TIMEOUT, 0, draw(0.5)))
                .isEqualTo(10 * MS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PT-1S | PT0S | PT1S | base: -1s (expected: >= 0s and <= 365d)",
                "PT0S | PT-1S | PT1S | throttledBase: -1s (expected: >= 0s and <= 365d)",
                "PT2S | PT0S | PT1S | cap: 1s (expected: >= 2s and <= 365d)",
                "PT0S | PT2S | PT1S | cap: 1s (expected: >= 2s and <= 365d)",
                "PT0S | PT0S | PT8760H0.000000001S | cap: 31536000.000000001s (expected: >= 0s and <= 365d)",
            })
    void an_impossible_setting_is_refused(Duration base, Duration throttledBase, Duration cap, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backoff(base, throttledBase, cap, Jitter.FULL))
                .withMessage(message);
    }

    @Test
    void there_is_no_retry_before_the_first() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Backoff.STANDARD.nanos(-1, Outcome.TIMEOUT, 0, draw(0.5)))
                .withMessage("retry: -1 (expected: >= 0)");
    }

    /** A generator whose {@code nextDouble} is that. */
    static RandomGenerator draw(double value) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new AssertionError("not drawn this way");
            }

            @Override
            public double nextDouble() {
                return value;
            }
        };
    }

    static RandomGenerator undrawable() {
        return () -> {
            throw new AssertionError("there is nothing to draw for");
        };
    }
}
