package io.goodput.lab.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class AxisTest {
    @Test
    void an_axis_from_zero_ends_at_a_round_number() {
        assertThat(Axis.upTo(83, 5).ticks()).containsExactly(0.0, 20.0, 40.0, 60.0, 80.0, 100.0);
        assertThat(Axis.upTo(83, 5).share(25)).isEqualTo(0.25);
        assertThat(Axis.upTo(0, 5).top()).isOne();
    }

    @Test
    void a_logarithmic_axis_holds_all_values_and_at_least_a_decade() {
        assertThat(Axis.decades(1.3, 24).ticks()).containsExactly(1.0, 2.0, 5.0, 10.0, 20.0, 50.0);
        assertThat(Axis.decades(0.3, 0.4).ticks()).containsExactly(0.2, 0.5, 1.0, 2.0);
        assertThat(Axis.decades(0.5, 5).ticks()).containsExactly(0.5, 1.0, 2.0, 5.0);
        assertThat(Axis.decades(0.003, 40).bottom()).isEqualTo(0.002);
        assertThat(Axis.decades(0.003, 40).ticks()).containsExactly(0.01, 0.1, 1.0, 10.0);
        assertThat(Axis.decades(0, 0)).isEqualTo(Axis.decades(1, 10));
    }

    @Test
    void equal_ratios_are_equally_far_apart_and_nothing_is_below_the_end() {
        var axis = Axis.decades(1, 100);

        assertThat(axis.share(1)).isZero();
        assertThat(axis.share(10)).isCloseTo(0.5, within(1e-12));
        assertThat(axis.share(100)).isOne();
        assertThat(axis.share(0)).isZero();
    }
}
