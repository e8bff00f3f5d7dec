package io.goodput.telemetry.aggregate;

import org.jspecify.annotations.Nullable;

/** Tells how high something stands, whenever that is looked at. */
public final class LevelHandle extends Handle<LevelSeries> {
    LevelHandle(SeriesRegistry registry, SeriesKey key, LastUse lastUse) {
        super(registry, key, lastUse);
    }

    /** It stands so high now. */
    public void set(double level) {
        LevelSeries told = series();
        if (told != null) {
            told.set(level);
        }
    }

    @Override
    @Nullable LevelSeries find(SeriesRegistry from, SeriesKey of, LastUse with) {
        return (LevelSeries) from.find(of, SeriesKind.LEVEL, with);
    }
}
