package io.goodput.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.goodput.Allocations;
import io.goodput.Criticality;
import io.goodput.Outcome;
import io.goodput.bounds.Shown;
import io.goodput.limit.ClientThrottle.Settings;
import io.goodput.property.DoubleRange;
import io.goodput.property.ForAll;
import io.goodput.property.Property;
import java.time.Duration;
import java.util.ArrayDeque;
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

class ClientThrottleTest {
    private static final long SECOND = 1_000_000_000;
    private static final long MILLI = 1_000_000;
    private static final RandomGenerator NONE = () -> {
        throw new AssertionError("drew");
    };

    /** The formula alone. */
    private static final Settings BARE = Settings.STANDARD.withMinPerSecond(0).withMaxDropShare(1);

    private final RandomGenerator random = new SplittableRandom(1);
    private long now = 1_000 * SECOND;

    @Test
    void drops_by_the_formula_of_the_book() {
        var throttle = new ClientThrottle(BARE);
        ends(throttle, 30, Outcome.SUCCESS);
        ends(throttle, 70, Outcome.THROTTLED);

        assertThat(throttle.dropShare(now)).isEqualTo((100 - 2 * 30) / 101.0);
    }

    @Test
    void drops_nothing_and_draws_nothing_while_half_is_accepted() {
        var throttle = new ClientThrottle(BARE);
        for (int call = 0; call < 10_000; call++) {
            assertThat(throttle.tryPass(now, NONE)).isTrue();
            throttle.ended(call % 2 == 0 ? Outcome.SUCCESS : Outcome.THROTTLED, now);
            now += MILLI;
        }
        assertThat(throttle.dropped()).isZero();
    }

    @Property(tries = 20)
    void sends_about_twice_what_is_accepted(@ForAll @DoubleRange(min = 0.1, max = 0.45) double accepting) {
        // The backend accepts a fixed number a second, whatever it is sent.
        var throttle = new ClientThrottle(BARE);
        var draws = new SplittableRandom(1);
        int perSecond = 100;
        int accepts = (int) (accepting * perSecond);
        long at = 0;
        int sent = 0;
        for (int second = 0; second < 600; second++) {
            int left = accepts;
            for (int call = 0; call < perSecond; call++) {
                at += SECOND / perSecond;
                if (throttle.tryPass(at, draws)) {
                    throttle.ended(left-- > 0 ? Outcome.SUCCESS : Outcome.THROTTLED, at);
                    sent += second >= 300 ? 1 : 0;
                }
            }
        }
        assertThat(sent / 300.0).isCloseTo(2 * accepts, within(0.1 * accepts + 2));
    }

    @Test
    void go_zero_5011_a_request_counts_before_it_is_sent_so_that_those_that_hang_are_seen() {
        // There, a request counted when it had been answered: a backend that hung was sent everything.
        var throttle = new ClientThrottle(BARE);
        for (int call = 0; call < 1_000; call++) {
            throttle.tryPass(now, random);
        }
        assertThat(throttle.dropShare(now))
                .as("they have not had the time to be answered")
                .isZero();

        now += 16 * SECOND;

        assertThat(throttle.dropShare(now)).isEqualTo(1_000 / 1_001.0);
    }

    @Test
    void go_zero_5011_the_window_is_longer_than_a_request_lasts() {
        // There, the window was shorter than the timeout: requests had left it when their answers came.
        var throttle = new ClientThrottle(Settings.STANDARD);
        assertThat(throttle.settings().window()).isEqualTo(Duration.ofMinutes(2));
        var starts = new ArrayDeque<Long>();
        long answered = now;
        // 100 a second, 40 % of them refused, all after 9 s.
        for (int call = 0; call < 60_000; call++) {
            now += 10 * MILLI;
            if (throttle.tryPass(now, random)) {
                starts.add(now);
            }
            while (!starts.isEmpty() && now - starts.element() >= 9 * SECOND) {
                throttle.ended(answered++ % 10 < 4 ? Outcome.THROTTLED : Outcome.SUCCESS, now);
                starts.remove();
            }
        }
        assertThat(throttle.dropped()).isZero();
    }

    @Test
    void many_requests_at_once_at_the_start_are_not_dropped_for_want_of_answers() {
        var throttle = new ClientThrottle(Settings.STANDARD);
        for (int call = 0; call < 100_000; call++) {
            assertThat(throttle.tryPass(now, NONE)).isTrue();
        }
    }

    @Test
    void forgets_what_is_older_than_the_window() {
        var throttle = new ClientThrottle(BARE);
        ends(throttle, 1_000, Outcome.THROTTLED);
        assertThat(throttle.dropShare(now)).isPositive();

        now += 117 * SECOND - 1;
        assertThat(throttle.dropShare(now)).isPositive();
        now += 6 * SECOND;
        assertThat(throttle.dropShare(now)).isZero();
    }

    @Test
    void a_long_silence_is_forgotten_at_once() {
        var throttle = new ClientThrottle(BARE);
        ends(throttle, 1_000, Outcome.THROTTLED);
        now = Long.MAX_VALUE / 2;
        assertThat(throttle.dropShare(now)).isZero();
        ends(throttle, 10, Outcome.THROTTLED);
        assertThat(throttle.dropShare(now)).isEqualTo(10 / 11.0);
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELLED", "DROPPED"})
    void what_we_gave_up_ourselves_is_taken_back_out(Outcome outcome) {
        var throttle = new ClientThrottle(BARE);
        ends(throttle, 10, Outcome.SUCCESS);
        for (int call = 0; call < 1_000; call++) {
            throttle.tryPass(now, random);
        }
        now += 16 * SECOND;
        assertThat(throttle.dropShare(now)).isEqualTo((1_010 - 2 * 10) / 1_011.0);

        for (int call = 0; call < 1_000; call++) {
            throttle.ended(outcome, now);
        }

        assertThat(throttle.dropShare(now)).isZero();
        ends(throttle, 90, Outcome.THROTTLED);
        assertThat(throttle.dropShare(now)).isEqualTo((100 - 2 * 10) / 101.0);
    }

    @ParameterizedTest
    @EnumSource(names = {"SUCCESS", "PERMANENT_FAILURE", "TRANSIENT_FAILURE", "TIMEOUT"})
    void only_throttled_is_a_rejection_unless_told_otherwise(Outcome outcome) {
        var throttle = new ClientThrottle(BARE);
        ends(throttle, 1_000, outcome);
        assertThat(throttle.dropShare(now)).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"TRANSIENT_FAILURE", "TIMEOUT"})
    void other_failures_may_be_declared_rejections(Outcome outcome) {
        var throttle = new ClientThrottle(BARE.withRejections(EnumSet.of(outcome)));
        ends(throttle, 1_000, outcome);
        assertThat(throttle.dropShare(now)).isEqualTo(1_000 / 1_001.0);
    }

    @Test
    void a_criticality_that_is_refused_is_throttled_and_the_others_are_not() {
        var throttle = new ClientThrottle(BARE);
        for (int call = 0; call < 1_000; call++) {
            throttle.tryPass(now, Criticality.SHEDDABLE, random);
            throttle.ended(Outcome.THROTTLED, Criticality.SHEDDABLE, now);
            throttle.tryPass(now, Criticality.CRITICAL_PLUS, random);
            throttle.ended(Outcome.SUCCESS, Criticality.CRITICAL_PLUS, now);
        }
        assertThat(throttle.dropShare(Criticality.SHEDDABLE, now)).isGreaterThan(0.9);
        for (Criticality other :
                EnumSet.of(Criticality.CRITICAL_PLUS, Criticality.CRITICAL, Criticality.SHEDDABLE_PLUS)) {
            assertThat(throttle.dropShare(other, now)).isZero();
        }
    }

    @Test
    void some_requests_get_through_however_many_are_refused() {
        var throttle = new ClientThrottle(Settings.STANDARD);
        int passed = 0;
        for (int call = 0; call < 100_000; call++) {
            now += MILLI;
            if (throttle.tryPass(now, random)) {
                throttle.ended(Outcome.THROTTLED, now);
                passed++;
            }
        }
        assertThat(throttle.dropShare(now)).isEqualTo(0.9);
        assertThat(passed / 100_000.0).isCloseTo(0.1, within(0.02));
        assertThat(throttle.dropped()).isEqualTo(100_000 - passed);
    }

    @Test
    void drops_nothing_at_fewer_than_five_requests_a_second() {
        var throttle = new ClientThrottle(Settings.STANDARD);
        ends(throttle, 599, Outcome.THROTTLED);
        assertThat(throttle.dropShare(now)).isZero();

        ends(throttle, 1, Outcome.THROTTLED);
        assertThat(throttle.dropShare(now)).isEqualTo(0.9);
    }

    @Test
    void new_settings_keep_what_was_counted() {
        var throttle = new ClientThrottle(BARE);
        ends(throttle, 100, Outcome.SUCCESS);
        ends(throttle, 100, Outcome.THROTTLED);

        throttle.change(BARE.withMultiplier(1.1));

        assertThat(throttle.dropShare(now)).isCloseTo((200 - 110) / 201.0, within(1e-12));
    }

    @Test
    void threads_lose_no_count() throws Exception {
        int threads = 4;
        int calls = 10_000;
        var throttle = new ClientThrottle(BARE.withWindow(Duration.ofHours(1), Duration.ZERO));
        var together = new CyclicBarrier(threads);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var results = IntStream.range(0, threads)
                    .<Future<?>>mapToObj(thread -> pool.submit(() -> {
                        together.await();
                        for (int call = 0; call < calls; call++) {
                            // Through many slices, but not out of the window.
                            long at = now + call * (1_500 * SECOND / calls);
                            throttle.tryPass(at, random);
                            throttle.ended(call % 4 == 0 ? Outcome.SUCCESS : Outcome.CANCELLED, at);
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> result : results) {
                result.get();
            }
        }
        long end = now + 1_600 * SECOND;
        ends(throttle, 90_000, Outcome.THROTTLED, end);
        assertThat(throttle.dropShare(end)).isEqualTo((100_000 - 2 * 10_000) / 100_001.0);
    }

    @Test
    void a_call_allocates_nothing() throws Exception {
        var throttle = new ClientThrottle(Settings.STANDARD);
        callOften(throttle);
        long bytes = Allocations.of(() -> callOften(throttle));

        assertThat(bytes).isLessThan(20_000);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 0.9, 101})
    void an_impossible_multiplier_is_refused(double multiplier) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BARE.withMultiplier(multiplier))
                .withMessage("multiplier: " + Shown.of(multiplier) + " (expected: >= 1 and <= 100)");
    }

    @Test
    void other_impossible_settings_are_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BARE.withWindow(Duration.ofMillis(1), Duration.ZERO))
                .withMessage("window: 1ms (expected: >= 1s and <= 1h)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BARE.withWindow(Duration.ofSeconds(10), Duration.ofSeconds(6)))
                .withMessage("patience: 6s (expected: >= 0s and <= 5s)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BARE.withMaxDropShare(1.1))
                .withMessage("maxDropShare: 1.1 (expected: >= 0 and <= 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BARE.withMinPerSecond(-1))
                .withMessageStartingWith("minPerSecond: -1 ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BARE.withRejections(Set.of(Outcome.SUCCESS)))
                .withMessageStartingWith("rejections: [SUCCESS] ");
    }

    private void ends(ClientThrottle throttle, int calls, Outcome outcome) {
        ends(throttle, calls, outcome, now);
    }

    /** Requests that pass, whatever is drawn. */
    private static void ends(ClientThrottle throttle, int calls, Outcome outcome, long at) {
        for (int call = 0; call < calls; call++) {
            assertThat(throttle.tryPass(at, () -> -1)).isTrue();
            throttle.ended(outcome, at);
        }
    }

    private void callOften(ClientThrottle throttle) {
        for (int i = 0; i < 20_000; i++) {
            now += MILLI;
            if (throttle.tryPass(now, random)) {
                throttle.ended(i % 3 == 0 ? Outcome.SUCCESS : Outcome.THROTTLED, now);
            }
        }
    }
}
