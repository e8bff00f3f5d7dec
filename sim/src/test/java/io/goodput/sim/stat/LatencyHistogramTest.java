package io.goodput.sim.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.goodput.sim.Streams;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {
    @Test
    void percentiles_are_within_a_thousandth() {
        var histogram = new LatencyHistogram();
        for (long i = 1; i <= 100_000; i++) {
            histogram.record(i * 1_000);
        }
        assertThat(histogram.count()).isEqualTo(100_000);
        assertThat(histogram.percentile(0.5)).isCloseTo(50e6, withinPercentage(0.1));
        assertThat(histogram.percentile(0.999)).isCloseTo(99.9e6, withinPercentage(0.1));
        assertThat(histogram.mean()).isCloseTo(50e6, withinPercentage(0.1));
    }

    @Test
    void what_is_too_long_is_counted_as_the_longest_and_said_so() {
        var histogram = new LatencyHistogram();
        histogram.record(0);
        histogram.record(LatencyHistogram.MAX_NANOS);
        histogram.record(Long.MAX_VALUE);
        assertThat(histogram.count()).isEqualTo(3);
        assertThat(histogram.saturated()).isOne();
        var merged = new LatencyHistogram();
        merged.merge(histogram);
        assertThat(merged.saturated()).isOne();
        assertThat(histogram.percentile(1)).isCloseTo((double) LatencyHistogram.MAX_NANOS, withinPercentage(0.1));
        assertThat(histogram.percentile(0)).isZero();
    }

    @Test
    void nothing_recorded_has_no_percentile() {
        var histogram = new LatencyHistogram();
        histogram.record(5);
        histogram.clear();
        assertThat(histogram.percentile(0.5)).isNaN();
        assertThat(histogram.mean()).isNaN();
    }

    @Test
    void negative_latencies_and_impossible_percentiles_are_refused() {
        assertThatThrownBy(() -> new LatencyHistogram().record(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nanos: -1 (expected: >= 0)");
        assertThatThrownBy(() -> new LatencyHistogram().percentile(99))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("p: 99.0 (expected: >= 0 and <= 1)");
    }

    private static LatencyHistogram run(int seed) {
        var random = new Streams(seed).stream("latency");
        var histogram = new LatencyHistogram();
        for (int i = 0; i < 500; i++) {
            histogram.record((long) (1e6 * random.nextExponential()));
        }
        return histogram;
    }

    @Test
    void a_percentile_of_many_seeds_is_the_pooled_one_with_the_truth_inside_its_interval() {
        var latencies = new BatchedLatencies(300);
        for (int seed = 0; seed < 300; seed++) {
            latencies.add(seed, run(seed));
        }
        var p99 = latencies.percentile(0.99);
        double truth = 1e6 * Math.log(100);
        assertThat(latencies.pooled().count()).isEqualTo(150_000);
        assertThat(p99.mean()).isEqualTo(latencies.pooled().percentile(0.99));
        assertThat(truth).isBetween(p99.low(), p99.high());
        assertThat(p99.high() - p99.low()).isLessThan(0.05 * truth);
    }

    @Test
    void the_order_in_which_runs_end_leaves_no_mark() {
        var inOrder = new BatchedLatencies(50);
        var shuffled = new BatchedLatencies(50);
        var seeds = new ArrayList<Integer>();
        for (int seed = 0; seed < 50; seed++) {
            seeds.add(seed);
            inOrder.add(seed, run(seed));
        }
        Collections.shuffle(seeds, new Random(1));
        for (int seed : seeds) {
            shuffled.add(seed, run(seed));
        }
        for (double p : new double[] {0.1, 0.5, 0.99}) {
            assertThat(shuffled.percentile(p)).isEqualTo(inOrder.percentile(p));
        }
    }

    @Test
    void one_seed_has_no_interval_and_none_no_figure() {
        var latencies = new BatchedLatencies(1);
        assertThat(latencies.percentile(0.5).isDefined()).isFalse();
        latencies.add(0, run(0));
        assertThat(latencies.percentile(0.5).isDefined()).isTrue();
        assertThat(latencies.percentile(0.5).hasInterval()).isFalse();
        assertThatThrownBy(() -> latencies.add(1, run(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("seed: 1 (expected: >= 0 and < 1)");
    }
}
