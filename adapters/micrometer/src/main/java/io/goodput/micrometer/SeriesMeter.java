package io.goodput.micrometer;

import io.goodput.telemetry.aggregate.SeriesTotal;
import io.micrometer.core.instrument.Meter;
import org.jspecify.annotations.Nullable;

/** A series' figures where its meter looks at them. */
final class SeriesMeter {
    /** As it was lately; read by whoever publishes. */
    volatile SeriesTotal total;

    /** Null until it is registered. */
    @Nullable Meter meter;

    SeriesMeter(SeriesTotal total) {
        this.total = total;
    }
}
