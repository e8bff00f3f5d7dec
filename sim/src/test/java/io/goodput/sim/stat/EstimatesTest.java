package io.goodput.sim.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.goodput.sim.Estimate;
import io.goodput.sim.Streams;
import org.junit.jupiter.api.Test;

class EstimatesTest {
    @Test
    void a_mean_comes_with_students_interval() {
        // sd 1.5811, t(4) 2.7764: half width 1.9632
        var estimate = Estimates.mean(new double[] {1, 2, 3, 4, 5});
        assertThat(estimate.mean()).isEqualTo(3);
        assertThat(estimate.low()).isCloseTo(1.03676, within(1e-4));
        assertThat(estimate.high()).isCloseTo(4.96324, within(1e-4));
    }

    @Test
    void the_interval_of_a_mean_holds_the_truth_nineteen_times_of_twenty() {
        var random = new Streams(5).stream("samples");
        int held = 0;
        for (int trial = 0; trial < 4000; trial++) {
            var estimate = Estimates.mean(random.doubles(10).toArray());
            if (estimate.low() <= 0.5 && 0.5 <= estimate.high()) {
                held++;
            }
        }
        assertThat(held / 4000.0).isBetween(0.94, 0.96);
    }

    @Test
    void one_sample_has_no_interval_and_none_no_mean() {
        assertThat(Estimates.mean(new double[] {7})).isEqualTo(new Estimate(7, Double.NaN, Double.NaN));
        assertThat(Estimates.mean(new double[0])).isEqualTo(Estimate.NONE);
        assertThat(Estimates.proportion(0, 0)).isEqualTo(Estimate.NONE);
    }

    @Test
    void a_share_comes_with_wilsons_interval() {
        // Known values: 81 of 263 gives 0.2553 to 0.3662 (Newcombe, 1998, table I)
        var estimate = Estimates.proportion(81, 263);
        assertThat(estimate.mean()).isCloseTo(81.0 / 263, within(1e-12));
        assertThat(estimate.low()).isCloseTo(0.2553, within(5e-5));
        assertThat(estimate.high()).isCloseTo(0.3662, within(5e-5));
    }

    @Test
    void never_and_always_still_have_an_interval_that_stays_between_zero_and_one() {
        var never = Estimates.proportion(0, 20);
        assertThat(never.low()).isZero();
        assertThat(never.high()).isCloseTo(0.1611, within(5e-5));
        var always = Estimates.proportion(20, 20);
        assertThat(always.low()).isCloseTo(0.8389, within(5e-5));
        assertThat(always.high()).isEqualTo(1);
    }

    @Test
    void what_is_no_number_is_refused() {
        assertThatThrownBy(() -> Estimates.mean(new double[] {1, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sample: NaN (expected: finite)");
        assertThatThrownBy(() -> Estimates.proportion(3, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hits: 3 (expected: >= 0 and <= n 2)");
    }
}
