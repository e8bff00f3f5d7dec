package io.goodput.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTimesTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9})
    void comes_to_rest_at_the_percentile(double p) {
        var times = new ServiceTimes();
        var random = new SplittableRandom(1);
        double below = 0;
        for (int i = 0; i < 100_000; i++) {
            long nanos = Math.round(-Math.log(1 - random.nextDouble()) * 1e7);
            below += nanos < times.estimate() ? 1 : 0;
            times.record(nanos, p);
        }

        assertThat(below / 100_000).isBetween(p - 0.02, p + 0.02);
    }
}
