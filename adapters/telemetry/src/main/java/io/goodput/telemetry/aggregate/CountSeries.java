package io.goodput.telemetry.aggregate;

import java.util.concurrent.atomic.LongAdder;

/** How often something happened. */
final class CountSeries extends LiveSeries {
    private final LongAdder all = new LongAdder();
    private long drained;

    CountSeries(SeriesKey key, LastUse lastUse, long since, MemoryBudget budget) {
        super(key, SeriesKind.COUNT, lastUse, since, budget);
    }

    void add(long many) {
        all.add(many);
    }

    @Override
    void drain(IntervalFigures into) {
        long now = all.sum();
        into.addCount(now - drained);
        drained = now;
    }

    @Override
    void giveBack() {
        // What a LongAdder takes is within what every series is taken for.
    }

    @Override
    SeriesTotal total() {
        return SeriesTotal.ofCount(key(), drained);
    }
}
