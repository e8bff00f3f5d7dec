package io.goodput.hedge;

import java.time.Duration;

/** How long to wait for an answer before a hedge is sent. */
public sealed interface HedgeDelay {
    /** Until p95, at least 1 ms, once 100 answers are known. */
    HedgeDelay STANDARD = percentile(95);

    /** Until that percentile of the recent latencies, at least 1 ms, once 100 answers are known. */
    static HedgeDelay percentile(double percentile) {
        return new Percentile(percentile, Duration.ofMillis(1), 100);
    }

    /** Always so long. */
    static HedgeDelay fixed(Duration delay) {
        return new Fixed(delay);
    }

    /**
     * A percentile of what attempts have taken of late: {@code 100 − percentile} percent of the calls are then late
     * enough for a hedge.
     *
     * @param percentile 50 to 99.99
     * @param least the shortest delay, 0 to 1 hour: where the percentile is next to nothing, hedges would win nothing
     *     either
     * @param samples answers that must be known before there is any hedge, 1 to 1,000,000
     */
    record Percentile(double percentile, Duration least, int samples) implements HedgeDelay {
        /** Refuses what is out of bounds. */
        public Percentile {
            if (!(percentile >= 50 && percentile <= 99.99)) {
                throw new IllegalArgumentException("percentile: " + percentile + " (expected: >= 50.0 and <= 99.99)");
            }
            checkTime("least", least);
            if (samples < 1 || samples > 1_000_000) {
                throw new IllegalArgumentException("samples: " + samples + " (expected: >= 1 and <= 1000000)");
            }
        }
    }

    /**
     * The same for all. It does not follow the dependency: when that slows down beyond it, every call wants a hedge,
     * and only the budget says no.
     *
     * @param delay 0 to 1 hour
     */
    record Fixed(Duration delay) implements HedgeDelay {
        /** Refuses what is out of bounds. */
        public Fixed {
            checkTime("delay", delay);
        }
    }

    private static void checkTime(String name, Duration time) {
        if (time.isNegative() || time.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(name + ": " + time + " (expected: >= 0 and <= PT1H)");
        }
    }
}
