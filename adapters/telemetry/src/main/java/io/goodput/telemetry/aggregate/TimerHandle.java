package io.goodput.telemetry.aggregate;

import org.jspecify.annotations.Nullable;

/** Counts how long things take. Made once, and kept: it costs a few nanoseconds then, and no allocation. */
public final class TimerHandle extends Handle<TimeSeries> {
    TimerHandle(SeriesRegistry registry, SeriesKey key, LastUse lastUse) {
        super(registry, key, lastUse);
    }

    /**
     * Something took that long.
     *
     * @param nanos less than none counts as none
     */
    public void record(long nanos) {
        TimeSeries counted = series();
        if (counted != null) {
            counted.record(nanos);
        }
    }

    @Override
    @Nullable TimeSeries find(SeriesRegistry from, SeriesKey of, LastUse with) {
        return (TimeSeries) from.find(of, SeriesKind.TIME, with);
    }
}
