package io.goodput.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goodput.property.DoubleRange;
import io.goodput.property.ForAll;
import io.goodput.property.LongRange;
import io.goodput.property.Property;
import io.goodput.property.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyWindowTest {
    private final LatencyWindow window = new LatencyWindow();

    @Property(tries = 500)
    void a_percentile_is_right_to_a_sixteenth(
            @ForAll @Size(min = 1, max = 200) List<@LongRange(min = 0) Long> latencies,
            @ForAll @DoubleRange(min = 0.01, max = 1) double share) {
        var any = new LatencyWindow();
        latencies.forEach(latency -> any.served(latency, 1));
        double exact = latencies.stream().sorted().toList().get((int) Math.ceil(share * latencies.size()) - 1);
        assertThat(any.percentile(share)).isCloseTo(exact, within(1 + exact / 16));
    }

    @Test
    void overload_is_longer_than_any_latency() {
        for (int i = 0; i < 90; i++) {
            window.served(Long.MAX_VALUE, i);
        }
        for (int i = 0; i < 10; i++) {
            window.overloaded(1);
        }
        assertThat(window.size()).isEqualTo(100);
        assertThat(window.peak()).isEqualTo(89);
        assertThat(window.percentile(0.9)).isFinite();
        window.overloaded(100);
        assertThat(window.percentile(0.9)).isInfinite();
        assertThat(window.peak()).isEqualTo(100);
    }

    @Test
    void a_cleared_window_is_a_new_one() {
        window.served(1_000, 7);
        window.overloaded(7);
        window.clear();
        assertThat(window.size()).isZero();
        assertThat(window.peak()).isZero();
        window.served(-5, 1);
        assertThat(window.percentile(0.9)).isBetween(0.0, 1.0);
    }
}
