package io.goodput.load.step;

import java.time.Duration;
import java.util.List;

/** Plans of constant arrivals, so that every count is known in advance. */
final class Plans {
    static final long MILLI = 1_000_000;

    private Plans() {}

    /** One second each, after half a second of warm-up. */
    static SteppedPlan of(int mostInFlight, Double... rates) {
        return new SteppedPlan(
                List.of(rates),
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                false,
                1,
                10_000,
                mostInFlight,
                Duration.ofSeconds(5),
                0.1);
    }
}
