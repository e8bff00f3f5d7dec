package io.goodput.health;

import java.time.Duration;

/** Something that is looked at again and again, by whoever it is, and reported to {@link ServerHealth}. */
public sealed interface Check permits LocalCheck, DependencyCheck {
    /** Tells it from the server's other checks. */
    String name();

    /** The time after which a report no longer counts: a few times that between two reports; 1 ms to 1 day. */
    Duration period();

    /** What it is worth once it has not reported for a period: {@link Status#DOWN} or {@link Status#UNKNOWN}. */
    Status silent();

    /** Refuses what is out of bounds. */
    static void check(String name, Duration period, Status silent) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name: \"" + name + "\" (expected: not blank)");
        }
        if (period.compareTo(Duration.ofMillis(1)) < 0 || period.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("period: " + period + " (expected: >= PT0.001S and <= PT24H)");
        }
        if (silent != Status.DOWN && silent != Status.UNKNOWN) {
            throw new IllegalArgumentException("silent: " + silent + " (expected: DOWN or UNKNOWN)");
        }
    }
}
