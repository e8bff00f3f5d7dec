package io.goodput.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.goodput.Outcome;
import io.goodput.property.ForAll;
import io.goodput.property.Property;
import io.goodput.retry.AdaptiveRate.Settings;
import io.goodput.retry.Reservation.Granted;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdaptiveRateTest {
    private static final long SECOND = 1_000_000_000;

    private final AdaptiveRate rate = new AdaptiveRate(Settings.STANDARD);
    private long now = SECOND;

    @Test
    void who_is_not_throttled_never_waits() {
        for (int call = 0; call < 100_000; call++) {
            assertThat(waitFor(rate, now)).isZero();
            rate.ended(call % 3 == 0 ? Outcome.TIMEOUT : Outcome.SUCCESS, now);
            now += 10;
        }
        assertThat(rate.rate()).isInfinite();
    }

    @Test
    void the_first_throttle_sets_seven_tenths_of_what_was_sent() {
        answers(100, 10);

        rate.ended(Outcome.THROTTLED, now);

        assertThat(rate.rate()).isCloseTo(70, within(2.0));
    }

    @Test
    void a_throttle_in_the_first_half_second_goes_by_what_was_sent_until_then() {
        for (int call = 0; call < 100; call++) {
            rate.ended(Outcome.SUCCESS, now);
        }
        rate.ended(Outcome.THROTTLED, now);
        assertThat(rate.rate()).isCloseTo(0.7 * 202, within(1e-9));
    }

    @Test
    void each_further_throttle_takes_seven_tenths_of_the_rate() {
        answers(100, 10);
        rate.ended(Outcome.THROTTLED, now);
        double before = rate.rate();

        rate.ended(Outcome.THROTTLED, now);
        assertThat(rate.rate()).isCloseTo(0.7 * before, within(1e-9));
        rate.ended(Outcome.THROTTLED, now);
        assertThat(rate.rate()).isCloseTo(0.49 * before, within(1e-9));
    }

    @Test
    void recovers_along_the_cubic() {
        answers(100, 10);
        rate.ended(Outcome.THROTTLED, now);
        double most = rate.rate() / 0.7;
        double plateau = Math.cbrt(most * 0.3 / 0.4);
        long throttled = now;

        // As much is sent as before, so that twice what is measured bounds nothing here.
        for (double seconds = 0.01; seconds < plateau + 1; seconds += 0.01) {
            now = throttled + (long) (seconds * SECOND);
            rate.ended(Outcome.SUCCESS, now);
            double expected = most + 0.4 * Math.pow(seconds - plateau, 3);
            assertThat(rate.rate()).isCloseTo(expected, within(1e-3));
        }
        assertThat(rate.rate()).isGreaterThan(most);
    }

    /** The test vector of the AWS SDKs for their adaptive mode, from its first throttle on. */
    @Test
    void the_rates_are_those_of_the_sdks() {
        Map<Integer, Double> expected = Map.of(
                2_000, 3.028480,
                2_200, 3.486639,
                2_400, 3.821874,
                2_600, 4.053386,
                2_800, 4.200373,
                3_000, 4.282037,
                3_200, 2.997426,
                3_400, 3.452226);
        for (int millis = 200; millis <= 3_400; millis += 200) {
            boolean throttled = millis == 2_000 || millis == 3_200;
            rate.ended(throttled ? Outcome.THROTTLED : Outcome.SUCCESS, millis * SECOND / 1_000);
            double unbounded = Double.POSITIVE_INFINITY;
            assertThat(rate.rate())
                    .as("at %d ms", millis)
                    .isCloseTo(expected.getOrDefault(millis, unbounded), within(1e-6));
        }
    }

    @Test
    void a_hedge_takes_a_token_that_is_there_and_waits_for_none() {
        assertThat(rate.tryAcquire(now)).as("before the first throttle").isTrue();
        answers(100, 10);
        rate.ended(Outcome.THROTTLED, now);
        assertThat(rate.tryAcquire(now)).as("the bucket starts empty").isFalse();

        now += SECOND;
        int whole = (int) rate.rate();
        for (int hedge = 0; hedge < whole; hedge++) {
            assertThat(rate.tryAcquire(now)).isTrue();
        }
        assertThat(rate.tryAcquire(now)).isFalse();
        assertThat(waitFor(rate, now)).as("what was refused took nothing").isLessThan((long) (SECOND / rate.rate()));
    }

    @Test
    void never_goes_beyond_twice_what_is_sent() {
        answers(100, 10);
        rate.ended(Outcome.THROTTLED, now);

        answers(10, 60);

        assertThat(rate.rate()).isCloseTo(20, within(0.5));
    }

    @Test
    void never_goes_below_one_in_two_seconds() {
        answers(100, 10);
        for (int throttle = 0; throttle < 100; throttle++) {
            rate.ended(Outcome.THROTTLED, now);
        }
        assertThat(rate.rate()).isEqualTo(0.5);
    }

    @Test
    void sends_at_its_rate_one_after_another() {
        answers(100, 10);
        rate.ended(Outcome.THROTTLED, now);
        double perSecond = rate.rate();
        long last = waitFor(rate, now);
        assertThat(last).as("the bucket starts empty").isPositive();

        for (int call = 2; call < 100; call++) {
            long wait = waitFor(rate, now);
            assertThat(wait - last).isCloseTo((long) (SECOND / perSecond), within(SECOND / 100));
            assertThat(wait).isCloseTo((long) (call * SECOND / perSecond), within(2L));
            last = wait;
        }
    }

    @Test
    void saves_up_no_more_than_a_second() {
        answers(100, 10);
        rate.ended(Outcome.THROTTLED, now);
        now += 100 * SECOND;
        int atOnce = 0;
        while (waitFor(rate, now) == 0) {
            atOnce++;
        }
        assertThat(atOnce).isEqualTo((int) rate.rate());
    }

    @Test
    void nobody_is_made_to_wait_longer_than_may_be() {
        answers(100, 10);
        rate.ended(Outcome.THROTTLED, now);
        int waiting = 0;
        while (rate.acquire(now) instanceof Granted) {
            waiting++;
        }
        assertThat(waiting).isEqualTo((int) (20 * rate.rate()));

        // What was refused took nothing.
        now += SECOND;
        assertThat(waitFor(rate, now)).isLessThanOrEqualTo(20 * SECOND);
    }

    @Test
    void what_was_not_sent_is_put_back() {
        answers(100, 10);
        rate.ended(Outcome.THROTTLED, now);
        Reservation before = rate.acquire(now);
        rate.putBack();
        assertThat(rate.acquire(now)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELLED", "DROPPED", "TIMEOUT", "TRANSIENT_FAILURE"})
    void what_is_no_answer_does_not_raise_the_rate(Outcome outcome) {
        answers(100, 10);
        rate.ended(Outcome.THROTTLED, now);
        double before = rate.rate();
        now += 5 * SECOND;
        rate.ended(outcome, now);
        assertThat(rate.rate()).isEqualTo(before);

        rate.ended(Outcome.PERMANENT_FAILURE, now);
        assertThat(rate.rate()).isNotEqualTo(before);
    }

    @Property(tries = 100)
    void whatever_happens_the_rate_and_the_waits_are_within_bounds(@ForAll int seed) {
        var random = new SplittableRandom(seed);
        var any = new AdaptiveRate(new Settings(Duration.ofSeconds(3)));
        Outcome[] outcomes = Outcome.values();
        long at = 0;
        for (int step = 0; step < 1_000; step++) {
            at += random.nextLong(SECOND / 10);
            if (any.acquire(at) instanceof Granted(long wait)) {
                assertThat(wait).isBetween(0L, 3 * SECOND);
            }
            any.ended(outcomes[random.nextInt(outcomes.length)], Math.max(0, at - random.nextLong(SECOND)));
            assertThat(any.rate()).isGreaterThanOrEqualTo(0.5);
        }
    }

    @Test
    void an_impossible_wait_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settings(Duration.ofSeconds(-1)))
                .withMessage("maxWait: -1s (expected: >= 0s and <= 1h)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settings(Duration.ofHours(2)))
                .withMessage("maxWait: 2h (expected: >= 0s and <= 1h)");
    }

    private void answers(int perSecond, int seconds) {
        for (int call = 0; call < perSecond * seconds; call++) {
            now += SECOND / perSecond;
            rate.ended(Outcome.SUCCESS, now);
        }
    }

    /** Nanoseconds; it is granted. */
    private static long waitFor(AdaptiveRate rate, long now) {
        return ((Granted) rate.acquire(now)).waitNanos();
    }
}
