package io.goodput.hedge;

import io.goodput.Range;
import java.time.Duration;

/** How long to wait for an answer before a hedge is sent. */
public sealed interface HedgeDelay {
    /** What a delay may be. */
    Range<Duration> TIME = new Range<>(Duration.ZERO, Duration.ofHours(1));

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
        /** What a percentile may be. */
        public static final Range<Double> PERCENTILE = new Range<>(50.0, 99.99);

        /** How many answers may be asked for. */
        public static final Range<Integer> SAMPLES = new Range<>(1, 1_000_000);

        /** Refuses what is out of bounds. */
        public Percentile {
            PERCENTILE.check("percentile", percentile);
            TIME.check("least", least);
            SAMPLES.check("samples", samples);
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
            TIME.check("delay", delay);
        }
    }
}
