package io.goodput.health;

import io.goodput.NameRule;
import io.goodput.Range;
import io.goodput.bounds.Expected;
import java.time.Duration;

/** Something that is looked at again and again, by whoever it is, and reported to {@link ServerHealth}. */
public sealed interface HealthCheck permits LocalCheck, DependencyCheck {
    /** What a period may be. */
    Range<Duration> PERIOD = new Range<>(Duration.ofMillis(1), Duration.ofDays(1));

    /** Tells it from the server's other checks; as {@link NameRule#TEXT} allows. */
    String name();

    /** The time after which a report no longer counts: a few times that between two reports; 1 ms to 1 day. */
    Duration period();

    /** What it is worth once it has not reported for a period: {@link Status#DOWN} or {@link Status#UNKNOWN}. */
    Status silent();

    /** Refuses what is out of bounds. */
    static void check(String name, Duration period, Status silent) {
        NameRule.TEXT.check("name", name);
        PERIOD.check("period", period);
        if (silent != Status.DOWN && silent != Status.UNKNOWN) {
            throw Expected.refused("silent", silent, "DOWN or UNKNOWN");
        }
    }
}
