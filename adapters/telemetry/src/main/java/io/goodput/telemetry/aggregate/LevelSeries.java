package io.goodput.telemetry.aggregate;

/** How high something stood, whenever that was told. */
final class LevelSeries extends LiveSeries {
    // Guarded by this.
    private boolean told;
    private double last;
    private double lowest;
    private double highest;

    LevelSeries(SeriesKey key, LastUse lastUse, long since, MemoryBudget budget) {
        super(key, SeriesKind.LEVEL, lastUse, since, budget);
    }

    synchronized void set(double level) {
        lowest = told ? Math.min(lowest, level) : level;
        highest = told ? Math.max(highest, level) : level;
        last = level;
        told = true;
    }

    @Override
    synchronized void drain(IntervalFigures into) {
        if (told) {
            into.addLevels(lowest, highest, last);
            told = false;
        }
    }

    @Override
    void giveBack() {
        // It takes no more than every series does.
    }

    @Override
    synchronized SeriesTotal total() {
        return SeriesTotal.ofLevel(key(), last);
    }
}
