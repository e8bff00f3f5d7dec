package io.goodput.telemetry.aggregate;

import org.jspecify.annotations.Nullable;

/** Counts how often something happens. Made once, and kept: it costs a few nanoseconds then, and no allocation. */
public final class CounterHandle extends Handle<CountSeries> {
    CounterHandle(SeriesRegistry registry, SeriesKey key, LastUse lastUse) {
        super(registry, key, lastUse);
    }

    /** Once. */
    public void add() {
        add(1);
    }

    /**
     * So many times.
     *
     * @param times at least 0
     */
    public void add(long times) {
        CountSeries counted = series();
        if (counted != null) {
            counted.add(times);
        }
    }

    @Override
    @Nullable CountSeries find(SeriesRegistry from, SeriesKey of, LastUse with) {
        return (CountSeries) from.find(of, SeriesKind.COUNT, with);
    }
}
