package io.goodput.sim.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.goodput.property.ForAll;
import io.goodput.property.IntRange;
import io.goodput.property.Property;
import io.goodput.sim.Streams;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WindowedLatenciesTest {
    private static final Windows WINDOWS = new Windows(10, 5);

    @Test
    void a_window_holds_its_start_and_not_its_end_and_what_comes_after_the_last_is_left_out() {
        var latencies = new WindowedLatencies(WINDOWS);
        for (long at : new long[] {0, 9, 10, 49, 50, 1_000}) {
            latencies.record(at, at + 1);
        }
        assertThat(latencies.percentile(0, 0)).isEqualTo(1);
        assertThat(latencies.percentile(0, 1)).isEqualTo(10);
        assertThat(latencies.percentile(1, 0.5)).isEqualTo(11);
        assertThat(latencies.percentile(4, 1)).isEqualTo(50);
    }

    @Test
    void an_empty_window_has_no_percentile() {
        var latencies = new WindowedLatencies(WINDOWS);
        latencies.record(5, 1);
        latencies.merge(new WindowedLatencies(WINDOWS));
        assertThat(latencies.percentile(0, 0.5)).isEqualTo(1);
        assertThat(latencies.percentile(1, 0.5)).isNaN();
    }

    @Test
    void percentiles_are_within_a_hundredth_of_few_and_of_many() {
        for (int count : new int[] {100, 1_024, 1_025, 100_000}) {
            var latencies = new WindowedLatencies(WINDOWS);
            for (long i = 1; i <= count; i++) {
                latencies.record(0, i * 1_000_000_000 / count);
            }
            assertThat(latencies.percentile(0, 0.5)).isCloseTo(0.5e9, withinPercentage(1));
            assertThat(latencies.percentile(0, 0.99)).isCloseTo(0.99e9, withinPercentage(1));
        }
    }

    private static WindowedLatencies run(int seed) {
        var random = new Streams(seed).stream("latency");
        var latencies = new WindowedLatencies(WINDOWS);
        // Every third run has enough in one window to make a histogram of it.
        for (int i = 0; i < (seed % 3 == 0 ? 9_000 : 500); i++) {
            latencies.record(random.nextLong(40), (long) (1e6 * random.nextExponential()));
        }
        return latencies;
    }

    private static List<Double> percentiles(WindowedLatencies latencies) {
        var all = new ArrayList<Double>();
        for (int window = 0; window < WINDOWS.count(); window++) {
            for (double p : new double[] {0, 0.1, 0.5, 0.99, 1}) {
                all.add(latencies.percentile(window, p));
            }
        }
        return all;
    }

    private static WindowedLatencies merged(List<Integer> seeds) {
        var all = new WindowedLatencies(WINDOWS);
        seeds.forEach(seed -> all.merge(run(seed)));
        return all;
    }

    @Test
    void the_order_in_which_runs_end_leaves_no_mark() {
        var seeds = new ArrayList<Integer>();
        for (int seed = 0; seed < 20; seed++) {
            seeds.add(seed);
        }
        var inOrder = merged(seeds);
        Collections.shuffle(seeds, new Random(1));
        var shuffled = merged(seeds);
        assertThat(percentiles(shuffled)).isEqualTo(percentiles(inOrder));
    }

    @Property(tries = 200)
    void runs_merged_are_as_one_run_of_all_their_latencies(
            @ForAll List<@IntRange(max = 60) Integer> one, @ForAll List<@IntRange(max = 60) Integer> other) {
        var together = new WindowedLatencies(WINDOWS);
        var first = new WindowedLatencies(WINDOWS);
        var second = new WindowedLatencies(WINDOWS);
        one.forEach(at -> first.record(at, at));
        other.forEach(at -> second.record(at, at));
        one.forEach(at -> together.record(at, at));
        other.forEach(at -> together.record(at, at));
        first.percentile(0, 0.5);
        first.merge(second);
        assertThat(percentiles(first)).isEqualTo(percentiles(together));
    }

    @Test
    void what_makes_no_sense_is_refused() {
        var latencies = new WindowedLatencies(WINDOWS);
        assertThatThrownBy(() -> latencies.record(0, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("latencyNanos: -1 (expected: >= 0)");
        assertThatThrownBy(() -> latencies.percentile(5, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("window: 5 (expected: >= 0 and < 5)");
        assertThatThrownBy(() -> latencies.percentile(0, 99))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("p: 99.0 (expected: >= 0 and <= 1)");
        assertThatThrownBy(() -> latencies.merge(new WindowedLatencies(new Windows(10, 4))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("windows: Windows[nanos=10, count=4] (expected: Windows[nanos=10, count=5])");
    }
}
