package io.goodput.sim.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.property.ForAll;
import io.goodput.property.IntRange;
import io.goodput.property.Property;
import io.goodput.sim.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowsTest {
    private static final Windows WINDOWS = new Windows(10, 5);

    @Test
    void a_window_holds_its_start_and_not_its_end() {
        var counter = new WindowedCounter(WINDOWS);
        for (long at : new long[] {0, 9, 10, 10, 49, 50, 1000}) {
            counter.add(at);
        }
        assertThat(counter.counts()).containsExactly(2, 2, 0, 0, 1);
        assertThat(counter.sum(new Span(0, 20))).isEqualTo(4);
        assertThat(counter.sum(new Span(10, 50))).isEqualTo(3);
        assertThat(counter.rate(new Span(0, 20))).isEqualTo(4 / 20e-9);
    }

    @Property(tries = 200)
    void counting_in_any_order_gives_the_same_counts(@ForAll List<@IntRange(max = 60) Integer> times) {
        var counter = new WindowedCounter(WINDOWS);
        int[] expected = new int[5];
        for (int at : times) {
            counter.add(at);
            if (at < 50) {
                expected[at / 10]++;
            }
        }
        assertThat(counter.counts()).isEqualTo(expected);
    }

    @Test
    void the_last_window_may_reach_beyond_the_run() {
        assertThat(Windows.covering(80, 10)).isEqualTo(new Windows(10, 8));
        assertThat(Windows.covering(81, 10)).isEqualTo(new Windows(10, 9));
    }

    @Test
    void spans_that_cut_a_window_or_leave_the_run_are_refused() {
        var counter = new WindowedCounter(WINDOWS);
        assertThatThrownBy(() -> counter.sum(new Span(5, 20)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("from: 5 (expected: a multiple of 10 up to 50)");
        assertThatThrownBy(() -> counter.sum(new Span(0, 60)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("to: 60 (expected: a multiple of 10 up to 50)");
    }

    @Test
    void a_gauge_keeps_the_last_sample_of_each_window() {
        var gauge = new WindowedGauge(WINDOWS);
        gauge.sample(5, 1);
        gauge.sample(9, 2);
        gauge.sample(30, 3);
        gauge.sample(50, 4);
        assertThat(gauge.values()).containsExactly(2, Double.NaN, Double.NaN, 3, Double.NaN);
    }

    @Test
    void coarser_windows_add_counts_and_average_levels() {
        assertThat(WINDOWS.coarser(2)).isEqualTo(new Windows(20, 3));
        assertThat(WINDOWS.sums(new int[] {1, 2, 3, 4, 5}, 2)).containsExactly(3, 7, 5);
        assertThat(WINDOWS.means(new double[] {1, 2, Double.NaN, 4, Double.NaN}, 2))
                .containsExactly(1.5, 4, Double.NaN);
    }

    @Test
    void a_band_shows_mean_and_spread_of_the_runs_in_each_window() {
        double[][] runs = new double[21][];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = new double[] {20 - i, i == 0 ? 8 : Double.NaN, Double.NaN};
        }
        var bands = Band.across(runs);
        assertThat(bands)
                .containsExactly(new Band(10, 1, 19), new Band(8, 8, 8), new Band(Double.NaN, Double.NaN, Double.NaN));
        assertThatThrownBy(() -> Band.across(new double[][] {{1}, {1, 2}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("windows: 2 (expected: 1 as before)");
    }
}
