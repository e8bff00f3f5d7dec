package io.goodput.lab.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.lab.drawing.Axis;
import io.goodput.lab.result.ClaimResult.Unit;
import io.goodput.sim.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FiguresTest {
    @Test
    void a_share_is_never_rounded_to_all_or_nothing() {
        assertThat(List.of(0.0, 0.0001, 0.004, 0.815, 0.996, 0.9999, 1.0).stream()
                        .map(Figures::percent))
                .containsExactly("0 %", "<0.1 %", "0.4 %", "82 %", "99.6 %", ">99.9 %", "100 %");
    }

    @Test
    void decimals_suit_the_largest_figure() {
        assertThat(List.of(1234.5, 105.34, 40.12, 2.618, 0.0421).stream().map(Figures::number))
                .containsExactly("1,235", "105.3", "40.1", "2.62", "0.0421");
    }

    @Test
    void what_is_not_a_number_is_a_dash() {
        assertThat(Figures.number(Double.NaN)).isEqualTo("–");
        assertThat(Figures.percent(Double.NaN)).isEqualTo("–");
    }

    @Test
    void times_below_a_second_are_in_milliseconds() {
        var figure = new Estimate(0.0123, 0.0122, 0.0124);
        var scale = Scale.time(List.of(figure));

        assertThat(scale.figure(figure) + " " + scale.interval(figure) + " " + scale.unit())
                .isEqualTo("12.3 ±0.1 ms");
    }

    @Test
    void an_interval_that_is_not_symmetric_is_written_out() {
        assertThat(Scale.alone(new Estimate(0.82, 0.76, 0.87), Unit.NONE)).isEqualTo("0.82 (0.76–0.87)");
        assertThat(Scale.alone(new Estimate(5.6, 5.15, 6.05), Unit.SECONDS)).isEqualTo("5.60 ±0.45 s");
        assertThat(Scale.alone(new Estimate(0.0408, 0.0405, 0.0411), Unit.SECONDS))
                .isEqualTo("40.8 ±0.3 ms");
        assertThat(Scale.alone(new Estimate(40, Double.NaN, Double.NaN), Unit.PER_SECOND))
                .isEqualTo("40.0 /s");
    }

    @Test
    void an_interval_is_not_rounded_to_certainty() {
        assertThat(Scale.alone(new Estimate(0, 0, 0.0188), Unit.NONE)).isEqualTo("0.00 (0.00–0.02)");
        assertThat(Scale.alone(new Estimate(0, 0, 0.0019), Unit.NONE)).isEqualTo("0.0000 (0.0000–0.0019)");
    }

    @Test
    void an_axis_ends_at_a_round_number() {
        assertThat(Axis.upTo(128, 5).ticks()).containsExactly(0.0, 50.0, 100.0, 150.0);
        assertThat(Axis.upTo(0, 5).ticks()).containsExactly(0.0, 1.0);
    }
}
