package io.goodput.telemetry.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.property.ForAll;
import io.goodput.property.LongRange;
import io.goodput.property.Property;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class TimeScaleTest {
    private final Histogram peer = new Histogram(1, TimeScale.LONGEST, 1);

    @Property
    void buckets_are_those_of_a_histogram_of_one_digit(
            @ForAll @LongRange(min = 0, max = TimeScale.LONGEST) long nanos) {
        assertBucket(nanos);
        assertBucket(nanos >>> (nanos & 31)); // short ones too
    }

    private void assertBucket(long nanos) {
        assertThat(TimeScale.shortest(TimeScale.bucket(nanos))).isEqualTo(peer.lowestEquivalentValue(nanos));
        assertThat(TimeScale.longest(TimeScale.bucket(nanos))).isEqualTo(peer.highestEquivalentValue(nanos));
    }

    @Property(tries = 100)
    void quantiles_are_those_of_a_histogram_of_one_digit(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        long[] all = new long[TimeScale.BUCKETS];
        for (int i = 0; i < 1_000; i++) {
            long nanos = random.nextLong(1L << random.nextInt(1, 43));
            peer.recordValue(nanos);
            all[TimeScale.bucket(nanos)]++;
        }
        TimeCounts counts = TimeCounts.of(all);

        assertThat(counts.total()).isEqualTo(1_000);
        for (double percent : new double[] {1, 50, 90, 99, 99.9, 100}) {
            assertThat(counts.quantile(percent / 100)).isEqualTo(peer.getValueAtPercentile(percent));
        }
    }

    @Test
    void what_is_longer_than_the_longest_counts_as_that_and_less_than_none_as_none() {
        assertThat(TimeScale.bucket(Long.MAX_VALUE)).isEqualTo(TimeScale.BUCKETS - 1);
        assertThat(TimeScale.bucket(-1)).isZero();
    }

    @Test
    void the_sum_of_two_has_the_quantiles_of_both_together() {
        TimeCounts quick = counts(1_000_000, 90);
        TimeCounts slow = counts(1_000_000_000, 10);

        assertThat(quick.plus(slow).quantile(0.5)).isEqualTo(quick.quantile(0.5));
        assertThat(quick.plus(slow).quantile(0.95)).isEqualTo(slow.quantile(0.5));
        assertThat(quick.plus(slow).total()).isEqualTo(100);
        assertThat(quick.plus(slow).below(29)).isEqualTo(90);
        assertThat(quick.plus(TimeCounts.NONE)).isEqualTo(quick);
    }

    @Test
    void no_time_has_no_quantile() {
        assertThat(TimeCounts.NONE.quantile(0.99)).isZero();
    }

    private static TimeCounts counts(long nanos, long many) {
        long[] all = new long[TimeScale.BUCKETS];
        all[TimeScale.bucket(nanos)] = many;
        return TimeCounts.of(all);
    }
}
