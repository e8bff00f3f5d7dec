package io.goodput.sim.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.sim.Span;
import org.junit.jupiter.api.Test;

class ClosedPopulationTest {
    private static final ClosedPopulation POPULATION =
            ClosedPopulation.constant(10).phase(new Span(200, 300), 0).phase(new Span(100, 200), 50);

    @Test
    void clients_are_those_of_the_phase_or_the_base() {
        assertThat(POPULATION.activeAt(99)).isEqualTo(10);
        assertThat(POPULATION.activeAt(100)).isEqualTo(50);
        assertThat(POPULATION.activeAt(199)).isEqualTo(50);
        assertThat(POPULATION.activeAt(200)).isZero();
        assertThat(POPULATION.activeAt(300)).isEqualTo(10);
        assertThat(POPULATION.largest()).isEqualTo(50);
    }

    @Test
    void changes_come_in_order_and_end() {
        assertThat(POPULATION.nextChange(0)).isEqualTo(100);
        assertThat(POPULATION.nextChange(100)).isEqualTo(200);
        assertThat(POPULATION.nextChange(200)).isEqualTo(300);
        assertThat(POPULATION.nextChange(300)).isEqualTo(Long.MAX_VALUE);
        assertThat(ClosedPopulation.constant(3).nextChange(0)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void overlaps_and_negative_counts_are_refused() {
        assertThatThrownBy(() -> POPULATION.phase(new Span(299, 400), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected: no overlap with");
        assertThatThrownBy(() -> ClosedPopulation.constant(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("clients: -1 (expected: >= 0)");
    }
}
