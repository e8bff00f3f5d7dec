package io.goodput.telemetry.aggregate;

import io.goodput.meter.LittlesLaw;
import java.time.Duration;

/** How many there are at a time, by Little's law over the last one to two seconds. It never fails who tells it. */
final class Concurrency {
    private static final LittlesLaw.Settings WINDOW =
            new LittlesLaw.Settings(Duration.ofSeconds(1), LittlesLaw.Settings.STANDARD.tolerance());

    private final LittlesLaw law;

    Concurrency(long now) {
        law = new LittlesLaw(WINDOW, now);
    }

    void began(long now) {
        try {
            law.began(now);
        } catch (IllegalStateException _) {
            // More than can be counted: it stays at the most.
        }
    }

    /** Those whose beginning nobody told are not among them. */
    void ended(long nanos, long now) {
        if (law.inFlight() == 0) {
            return;
        }
        try {
            law.ended(now - Math.max(0, nanos), now);
        } catch (IllegalStateException _) {
            // Another one such as this has ended meanwhile.
        }
    }

    double at(long now) {
        return law.concurrency(now);
    }
}
