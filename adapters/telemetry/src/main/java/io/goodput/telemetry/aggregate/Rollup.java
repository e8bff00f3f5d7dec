package io.goodput.telemetry.aggregate;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** Seconds, once they are over, become tens, and those minutes. Numbers are added up; nothing is averaged. */
final class Rollup {
    private final Map<SeriesKind, IntervalFigures> figures = new EnumMap<>(SeriesKind.class);
    private final IntervalBytes bytes = new IntervalBytes();

    Rollup() {
        for (SeriesKind kind : SeriesKind.values()) {
            figures.put(kind, new IntervalFigures(kind));
        }
    }

    /**
     * Ends all intervals that are over now and were not before. What happened since is of the last second.
     *
     * @param before seconds that were over then
     * @param over seconds that are over
     */
    void close(Collection<LiveSeries> all, long before, long over) {
        for (LiveSeries series : all) {
            IntervalFigures scratch = figuresOf(series);
            series.close(over - 1, scratch, bytes);
            roll(series, Tier.TENS, before, over);
            roll(series, Tier.MINUTES, before, over);
            if (over / Tier.TENS.seconds() > before / Tier.TENS.seconds()) {
                forget(series, over);
            }
        }
    }

    private void roll(LiveSeries series, Tier into, long before, long over) {
        long last = into.lastOver(over);
        for (long index = Math.max(into.lastOver(before) + 1, last - into.intervals() + 1); index <= last; index++) {
            series.rollUp(into, index, figuresOf(series), bytes);
        }
    }

    private static void forget(LiveSeries series, long over) {
        for (Tier tier : Tier.values()) {
            series.forget(tier, tier.lastOver(over) - tier.intervals() + 1);
        }
    }

    @SuppressWarnings("NullAway") // there is one for each kind
    private IntervalFigures figuresOf(LiveSeries series) {
        return figures.get(series.kind());
    }
}
