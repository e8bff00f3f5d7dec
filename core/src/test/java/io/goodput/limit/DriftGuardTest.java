package io.goodput.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class DriftGuardTest {
    private final DriftGuard guard = new DriftGuard();

    @Test
    void more_in_flight_that_gives_more_throughput_is_no_drift() {
        windows(50, n -> n, n -> 20);
        assertThat(guard.drifting()).isFalse();
    }

    @Test
    void throughput_that_falls_as_more_is_in_flight_is_drift() {
        windows(20, n -> 1_000 - 3 * n, n -> 20);
        assertThat(guard.drifting()).isTrue();
    }

    @Test
    void latency_that_rises_without_throughput_is_drift() {
        windows(20, n -> 500, n -> 20 + n);
        assertThat(guard.drifting()).isTrue();
    }

    @Test
    void latency_that_rises_with_hardly_more_throughput_is_drift() {
        windows(20, n -> 500 + n, n -> 20 + n);
        assertThat(guard.drifting()).isTrue();
    }

    @Test
    void nothing_is_said_of_fewer_than_ten_windows() {
        windows(9, n -> 500, n -> 20 + n);
        assertThat(guard.drifting()).isFalse();
        windows(10, n -> 500, n -> 20 + n);
        assertThat(guard.drifting()).isTrue();
    }

    @Test
    void what_does_not_vary_says_nothing() {
        for (int i = 0; i < 50; i++) {
            guard.add(20, 500 + i, 20 + i);
        }
        assertThat(guard.drifting()).isFalse();
    }

    @Test
    void knows_the_least_in_flight_that_gave_as_much_and_then_forgets() {
        windows(50, n -> Math.min(10, n) * 50, n -> Math.max(20, 2 * n));
        assertThat(guard.enough()).isCloseTo(10, within(0.5));
        assertThat(guard.drifting()).isFalse();
    }

    @Test
    void only_the_last_fifty_windows_count() {
        windows(50, n -> 500, n -> 20 + n);
        windows(50, n -> n, n -> 20);
        assertThat(guard.drifting()).isFalse();
    }

    /** As many windows, with 1, 2, 3 and so on in flight. */
    private void windows(int count, IntToDoubleFunction throughput, IntToDoubleFunction latency) {
        for (int n = 1; n <= count; n++) {
            guard.add(n, throughput.applyAsDouble(n), latency.applyAsDouble(n));
        }
    }
}
