package io.goodput.lab.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.lab.result.SweepResult.Window;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Where a probability leaves 0 and reaches 1. */
class BistableTest {
    private static final List<Double> VALUES = List.of(0.0, 10.0, 20.0, 30.0, 40.0);
    private static final double LEAVES = 13.7;
    private static final double REACHES = 31.2;

    private final AtomicInteger probes = new AtomicInteger();

    private double planted(double value) {
        return Math.clamp((value - LEAVES) / (REACHES - LEAVES), 0, 1);
    }

    private double probe(double value) {
        probes.incrementAndGet();
        return planted(value);
    }

    private Window find(double tolerance, List<Double> values) throws InterruptedException {
        return new Bistable(this::probe, 7, tolerance)
                .find("v", values, values.stream().map(this::planted).toList());
    }

    @Test
    void finds_both_edges_of_a_planted_window() throws InterruptedException {
        Window window = find(0.1, VALUES);

        var lower = Objects.requireNonNull(window.lower());
        assertThat(lower.from()).isLessThanOrEqualTo(LEAVES);
        assertThat(lower.to()).isGreaterThan(LEAVES).isLessThanOrEqualTo(lower.from() + 0.1);
        var upper = Objects.requireNonNull(window.upper());
        assertThat(upper.from()).isLessThan(REACHES);
        assertThat(upper.to()).isGreaterThanOrEqualTo(REACHES).isLessThanOrEqualTo(upper.from() + 0.1);
    }

    @Test
    void counts_what_it_runs_and_runs_no_more_than_halving_takes() throws InterruptedException {
        Window window = find(0.1, VALUES);

        // Two edges in steps of 10: 10 / 2^7 < 0.1.
        assertThat(probes).hasValue(14);
        assertThat(window.runs()).isEqualTo(7 * 14);
    }

    @Test
    void a_tolerance_beyond_all_measure_is_bounded() throws InterruptedException {
        find(1e-300, VALUES);

        assertThat(probes).hasValue(40);
    }

    @Test
    void what_lies_beyond_the_values_is_not_guessed() throws InterruptedException {
        Window window = find(0.1, List.of(20.0, 25.0));

        assertThat(window.lower()).isNull();
        assertThat(window.upper()).isNull();
        assertThat(probes).hasValue(0);
    }

    @Test
    void it_turns_over_from_none_to_all() {
        assertThat(Bistable.turnsOver(List.of(0.0, 0.5, 1.0))).isTrue();
        assertThat(Bistable.turnsOver(List.of(0.0, 0.5))).isFalse();
        assertThat(Bistable.turnsOver(List.of(0.1, 1.0))).isFalse();
    }
}
