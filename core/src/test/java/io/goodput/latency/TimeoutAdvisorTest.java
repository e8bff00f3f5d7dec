package io.goodput.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goodput.bounds.Shown;
import io.goodput.latency.TimeoutAdvisor.Advice;
import io.goodput.latency.TimeoutAdvisor.Settings;
import io.goodput.latency.TimeoutAdvisor.Warning;
import io.goodput.property.DoubleRange;
import io.goodput.property.ForAll;
import io.goodput.property.LongRange;
import io.goodput.property.Property;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeoutAdvisorTest {
    private static final long MILLI = 1_000_000;

    private final TimeoutAdvisor advisor = TimeoutAdvisor.standard();

    /** One call in a hundred takes 120 ms, and the others 10 ms. */
    private static Latencies longTail(long samples) {
        return Latencies.ofCounts(
                new long[] {10 * MILLI, 120 * MILLI}, new long[] {samples - samples / 100, samples / 100});
    }

    @Test
    void the_timeout_is_the_percentile_that_leaves_out_the_accepted_share() {
        assertThat(advisor.advise(longTail(10_000)))
                .isEqualTo(new Advice(Duration.ofMillis(120), 99.9, Set.of(), "p99.9 is 120 ms"));

        Advice coarse = new TimeoutAdvisor(Settings.STANDARD.withFalseTimeouts(0.01)).advise(longTail(10_000));
        assertThat(coarse.percentile()).isEqualTo(99);
        assertThat(coarse.timeout()).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void the_time_to_connect_is_added() {
        var remote = new TimeoutAdvisor(Settings.STANDARD.withConnection(Duration.ofMillis(30)));

        Advice advice = remote.advise(longTail(10_000));

        assertThat(advice.timeout()).isEqualTo(Duration.ofMillis(150));
        assertThat(advice.text()).isEqualTo("p99.9 is 120 ms; and 30 ms to connect");
    }

    @Test
    void a_tail_close_to_the_median_is_padded_as_a_small_slow_down_would_time_out_everybody() {
        var flat = Latencies.ofCounts(new long[] {10 * MILLI, 11 * MILLI}, new long[] {9_000, 1_000});

        Advice advice = advisor.advise(flat);

        assertThat(advice.timeout()).isEqualTo(Duration.ofMillis(20));
        assertThat(advice.warnings()).containsExactly(Warning.TAIL_CLOSE_TO_MEDIAN);
        assertThat(advice.text()).isEqualTo("p99.9 is 11 ms; close to p50, 10 ms: padded to 2 times that");
        assertThat(new TimeoutAdvisor(Settings.STANDARD.withRoom(1))
                        .advise(flat)
                        .warnings())
                .isEmpty();
    }

    @Test
    void too_few_samples_do_not_tell_a_high_percentile() {
        Advice advice = advisor.advise(longTail(9_999));

        assertThat(advice.timeout()).isEqualTo(Duration.ofMillis(120));
        assertThat(advice.warnings()).containsExactly(Warning.TOO_FEW_SAMPLES);
        assertThat(advice.text()).isEqualTo("p99.9 is 120 ms; but 9999 samples do not tell it (expected: >= 10000)");
    }

    @Test
    void one_sample_gives_an_advice_with_every_doubt() {
        Advice advice = advisor.advise(Latencies.of(7 * MILLI));

        assertThat(advice.timeout()).isEqualTo(Duration.ofMillis(14));
        assertThat(advice.warnings()).containsExactlyInAnyOrder(Warning.TOO_FEW_SAMPLES, Warning.TAIL_CLOSE_TO_MEDIAN);
    }

    @Test
    void no_sample_gives_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> advisor.advise(Latencies.of()))
                .withMessage("latencies: 0 (expected: >= 1)");
    }

    @Test
    void takes_a_running_distribution() {
        var distribution = new LatencyDistribution(Duration.ofMinutes(1));
        for (int i = 0; i < 10_000; i++) {
            distribution.record((i % 100 == 0 ? 120 : 10) * MILLI, i);
        }

        Duration timeout = advisor.advise(distribution.snapshot(10_000)).timeout();

        assertThat(timeout).isBetween(Duration.ofMillis(116), Duration.ofMillis(124));
    }

    @Property(tries = 200)
    void no_more_than_the_accepted_share_of_the_samples_take_longer(
            @ForAll @LongRange(min = 0) long seed, @ForAll @DoubleRange(min = 0.01, max = 0.5) double share) {
        var random = new SplittableRandom(seed);
        long[] samples = random.doubles(5_000)
                .mapToLong(draw -> (long) (1e6 / (1.001 - draw)))
                .toArray();

        long timeout = new TimeoutAdvisor(Settings.STANDARD.withFalseTimeouts(share))
                .advise(Latencies.of(samples))
                .timeout()
                .toNanos();

        long longer = Arrays.stream(samples).filter(nanos -> nanos > timeout).count();
        assertThat((double) longer).isLessThanOrEqualTo(share * samples.length + 1e-9);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 0, 0.51, -1})
    void an_impossible_share_is_refused(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.STANDARD.withFalseTimeouts(share))
                .withMessage("falseTimeouts: " + Shown.of(share) + " (expected: >= 0.000001 and <= 0.5)");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 0.9, 101})
    void impossible_room_is_refused(double room) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.STANDARD.withRoom(room))
                .withMessage("room: " + Shown.of(room) + " (expected: >= 1 and <= 100)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-0.001S", "PT1H0.001S"})
    void an_impossible_time_to_connect_is_refused(Duration time) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.STANDARD.withConnection(time))
                .withMessage("connection: " + Shown.of(time) + " (expected: >= 0s and <= 1h)");
    }
}
