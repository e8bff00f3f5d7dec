package io.goodput.telemetry.aggregate;

import org.jspecify.annotations.Nullable;

/**
 * The way to a series, which asks for another one when that has left; and for none, for a while, where it was refused.
 */
abstract sealed class Handle<S extends LiveSeries> permits CounterHandle, TimerHandle, LevelHandle {
    private final SeriesRegistry registry;
    private final SeriesKey key;
    private final LastUse lastUse;
    private volatile @Nullable S series;

    /** When it was refused: how much room had been made by then. */
    private volatile long refusedAt = -1;

    Handle(SeriesRegistry registry, SeriesKey key, LastUse lastUse) {
        this.registry = registry;
        this.key = key;
        this.lastUse = lastUse;
    }

    /** The series; null if there is no room for it, and what is told is counted as that. */
    final @Nullable S series() {
        S seen = series;
        return seen != null && !seen.isGone() ? seen : renewed();
    }

    private @Nullable S renewed() {
        S found = refusedAt == registry.roomMade() ? null : find();
        if (found == null) {
            registry.uncounted();
        }
        return found;
    }

    /** Asks for another one if the series has left. */
    final void stay() {
        S seen = series;
        if (seen != null && seen.isGone()) {
            find();
        }
    }

    /** Asks for the series, so that it is there before anything happens. */
    final @Nullable S find() {
        long room = registry.roomMade();
        S found = find(registry, key, lastUse);
        series = found;
        refusedAt = found == null ? room : -1;
        return found;
    }

    abstract @Nullable S find(SeriesRegistry from, SeriesKey of, LastUse with);
}
