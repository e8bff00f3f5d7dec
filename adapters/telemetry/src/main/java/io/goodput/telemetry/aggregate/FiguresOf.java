package io.goodput.telemetry.aggregate;

/**
 * What is counted of each operation, or of each dependency.
 *
 * @param label what its name is the name of
 * @param timer the series of times
 * @param concurrency the series of how many there are at a time
 * @param isSent whether it is asked again, or not asked: a dependency
 */
record FiguresOf(String label, String timer, String concurrency, boolean isSent) {
    /** What the heap needs for one, beside its series, roughly. */
    long bytes() {
        return OutcomeFigures.BYTES + (isSent ? SendingFigures.BYTES : 0);
    }
}
