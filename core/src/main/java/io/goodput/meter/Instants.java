package io.goodput.meter;

import io.goodput.Range;
import io.goodput.bounds.Expected;
import java.time.Duration;

/** Checks of times. */
final class Instants {
    /** What a window may be. */
    static final Range<Duration> WINDOW = new Range<>(Duration.ofMillis(1), Duration.ofMinutes(1));

    private Instants() {}

    static void checkOrder(String name, long earlier, long now) {
        if (earlier > now) {
            throw Expected.refused(name, earlier, "<= now " + now);
        }
    }
}
