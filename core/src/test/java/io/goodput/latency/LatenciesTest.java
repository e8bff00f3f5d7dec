package io.goodput.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goodput.bounds.Shown;
import io.goodput.property.DoubleRange;
import io.goodput.property.ForAll;
import io.goodput.property.LongRange;
import io.goodput.property.Property;
import io.goodput.property.Size;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatenciesTest {
    @ParameterizedTest
    @CsvSource({"0, 1", "0.1, 1", "0.11, 2", "50, 500", "99.8, 998", "99.9, 999", "99.90001, 1000", "100, 1000"})
    void a_percentile_is_of_the_nearest_rank(double p, long expected) {
        assertThat(Latencies.of(LongStream.rangeClosed(1, 1_000).toArray()).percentile(p))
                .isEqualTo(expected);
    }

    @Property(tries = 500)
    void a_percentile_is_the_exact_order_statistic(
            @ForAll @Size(min = 1, max = 300) long[] any, @ForAll @DoubleRange(min = 0, max = 100) double p) {
        long[] nanos = Arrays.stream(any).map(value -> value >>> 1).toArray();
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        int rank = Math.max(1, (int) Math.ceil(p * nanos.length / 100 - 1e-9));

        assertThat(Latencies.of(nanos).percentile(p)).isEqualTo(sorted[rank - 1]);
    }

    @Test
    void samples_may_be_counted() {
        var counted = Latencies.ofCounts(new long[] {10, 20, 30}, new long[] {90, 0, 10});

        assertThat(counted.count()).isEqualTo(100);
        assertThat(counted.percentile(90)).isEqualTo(10);
        assertThat(counted.percentile(91)).isEqualTo(30);
    }

    @Test
    void one_given_up_counts_for_all_that_took_longer() {
        // Kaplan and Meier by hand: of six, two are given up at 25. 5/6, 4/6, then a half of that at each of two.
        var answered = Latencies.of(10, 20, 30, 40);
        var unfinished = Latencies.of(25, 25);

        assertThat(answered.percentile(66, unfinished)).isEqualTo(30);
        assertThat(answered.percentile(67, unfinished)).isEqualTo(40);
        assertThat(answered.percentile(34, unfinished)).isEqualTo(30);
        assertThat(answered.percentile(33, unfinished)).isEqualTo(20);
    }

    @Test
    void where_too_many_were_given_up_it_is_the_longest_time_known() {
        var answered = Latencies.of(10, 20);

        assertThat(answered.percentile(95, Latencies.of(5, 50, 70))).isEqualTo(70);
        assertThat(answered.percentile(95, Latencies.of(15, 15, 15))).isEqualTo(20);
    }

    @Property(tries = 20)
    void giving_up_at_any_time_leaves_the_percentile_unbiased(@ForAll @LongRange(min = 0) long seed) {
        var random = new SplittableRandom(seed);
        int n = 20_000;
        long[] took = new long[n];
        long[] answered = new long[n];
        long[] unfinished = new long[n];
        int ended = 0;
        int givenUp = 0;
        for (int i = 0; i < n; i++) {
            took[i] = (long) (1e6 * random.nextExponential());
            long patience = (long) (2e6 * random.nextExponential());
            if (took[i] <= patience) {
                answered[ended++] = took[i];
            } else {
                unfinished[givenUp++] = patience;
            }
        }
        var known = Latencies.of(Arrays.copyOf(answered, ended));
        long estimate = known.percentile(95, Latencies.of(Arrays.copyOf(unfinished, givenUp)));

        assertThat(givenUp).isGreaterThan(n / 4);
        assertThat(estimate).isCloseTo(Latencies.of(took).percentile(95), Percentage.withPercentage(8));
        // Left out, they are missed.
        assertThat(known.percentile(95)).isLessThan(estimate * 8 / 10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -0.1, 100.1})
    void a_percentile_that_cannot_be_is_refused(double p) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Latencies.of(1).percentile(p))
                .withMessage("p: " + Shown.of(p) + " (expected: >= 0 and <= 100)");
    }

    @Test
    void a_histogram_out_of_order_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Latencies.ofCounts(new long[] {2, 1}, new long[] {1, 1}))
                .withMessage("nanos: 1 (expected: >= 2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Latencies.ofCounts(new long[] {-1}, new long[] {1}))
                .withMessage("nanos: -1 (expected: >= 0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Latencies.ofCounts(new long[] {1}, new long[] {-1}))
                .withMessage("counts: -1 (expected: >= 0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Latencies.ofCounts(new long[] {1}, new long[0]))
                .withMessage("counts: 0 (expected: 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Latencies.of(-5))
                .withMessage("nanos: -5 (expected: >= 0)");
    }
}
