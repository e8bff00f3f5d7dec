package io.goodput.sim.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.goodput.property.DoubleRange;
import io.goodput.property.ForAll;
import io.goodput.property.LongRange;
import io.goodput.property.Property;
import io.goodput.sim.Span;
import org.junit.jupiter.api.Test;

class RateProfileTest {
    private static final long S = 1_000_000_000;

    /** 40/s, a spike of 80/s, a pause, then up from 0 to 100/s and down again. */
    private static final RateProfile PROFILE = RateProfile.constant(40)
            .phase(new Span(20 * S, 25 * S), 80)
            .ramp(new Span(50 * S, 60 * S), 100, 0)
            .phase(new Span(30 * S, 40 * S), 0)
            .ramp(new Span(40 * S, 50 * S), 0, 100);

    @Test
    void the_rate_is_that_of_the_phase_or_the_base() {
        assertThat(PROFILE.rateAt(0)).isCloseTo(40, within(1e-9));
        assertThat(PROFILE.rateAt(20 * S - 1)).isCloseTo(40, within(1e-9));
        assertThat(PROFILE.rateAt(20 * S)).isCloseTo(80, within(1e-9));
        assertThat(PROFILE.rateAt(25 * S)).isCloseTo(40, within(1e-9));
        assertThat(PROFILE.rateAt(35 * S)).isZero();
        assertThat(PROFILE.rateAt(42 * S)).isCloseTo(20, within(1e-9));
        assertThat(PROFILE.rateAt(57 * S)).isCloseTo(30, within(1e-9));
        assertThat(PROFILE.rateAt(1000 * S)).isCloseTo(40, within(1e-9));
    }

    @Test
    void the_expected_number_is_the_area_under_the_rate() {
        assertThat(PROFILE.expected(0, 20 * S)).isCloseTo(800, within(1e-9));
        assertThat(PROFILE.expected(24 * S, 26 * S)).isCloseTo(120, within(1e-9));
        assertThat(PROFILE.expected(30 * S, 40 * S)).isZero();
        assertThat(PROFILE.expected(40 * S, 60 * S)).isCloseTo(1000, within(1e-9));
        assertThat(PROFILE.expected(45 * S, 50 * S)).isCloseTo(375, within(1e-9));
        assertThat(PROFILE.expected(0, 70 * S)).isCloseTo(800 + 400 + 200 + 1000 + 400, within(1e-9));
        assertThat(PROFILE.expected(7, 7)).isZero();
    }

    @Property
    void inverting_undoes_the_expectation_to_a_nanosecond(
            @ForAll @LongRange(max = 70 * S) long from, @ForAll @DoubleRange(min = 1e-6, max = 5000) double count) {
        long at = PROFILE.invert(from, count);
        assertThat(PROFILE.expected(from, at)).isGreaterThanOrEqualTo(count - 2e-9);
        assertThat(PROFILE.expected(from, Math.max(from, at - 1))).isLessThanOrEqualTo(count + 2e-9);
    }

    @Test
    void an_expectation_that_falls_into_a_pause_ends_after_it() {
        assertThat(PROFILE.invert(29 * S, 40)).isEqualTo(30 * S);
        // 50 t²/10 s = 5 arrivals into the ramp
        assertThat(PROFILE.invert(29 * S, 45)).isEqualTo(41 * S);
        assertThat(PROFILE.invert(33 * S, 5)).isEqualTo(41 * S);
    }

    @Test
    void what_never_comes_is_the_end_of_time() {
        assertThat(RateProfile.constant(0).invert(5, 1e-10)).isEqualTo(Long.MAX_VALUE);
        assertThat(RateProfile.constant(1e-9).invert(0, 100)).isEqualTo(Long.MAX_VALUE);
        var once = RateProfile.constant(0).phase(new Span(S, 2 * S), 3);
        assertThat(once.invert(0, 3)).isEqualTo(2 * S);
        assertThat(once.invert(0, 3.01)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void overlaps_and_negative_rates_are_refused() {
        assertThatThrownBy(() -> PROFILE.phase(new Span(24 * S, 26 * S), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected: no overlap with");
        assertThatThrownBy(() -> RateProfile.constant(-1.0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("perSecond: -1.0 (expected: >= 0)");
        assertThatThrownBy(() -> PROFILE.ramp(new Span(100, 200), 1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PROFILE.expected(5, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PROFILE.rateAt(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Span(5, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("span: [5, 5) (expected: 0 <= from < to)");
    }

    @Test
    void a_profile_is_not_changed_by_what_is_built_on_it() {
        var base = RateProfile.constant(1);
        var spiked = base.phase(new Span(0, S), 9);
        assertThat(base.rateAt(0)).isCloseTo(1, within(1e-12));
        assertThat(spiked.rateAt(0)).isCloseTo(9, within(1e-12));
    }
}
