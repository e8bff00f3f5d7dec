package io.goodput.meter;

import java.time.Duration;

/** Checks of times. */
final class Instants {
    private static final Duration SHORTEST_WINDOW = Duration.ofMillis(1);
    private static final Duration LONGEST_WINDOW = Duration.ofMinutes(1);

    private Instants() {}

    static void checkOrder(String name, long earlier, long now) {
        if (earlier > now) {
            throw new IllegalArgumentException(name + ": " + earlier + " (expected: <= now " + now + ")");
        }
    }

    static void checkWindow(Duration window) {
        if (window.compareTo(SHORTEST_WINDOW) < 0 || window.compareTo(LONGEST_WINDOW) > 0) {
            throw new IllegalArgumentException("window: " + window + " (expected: >= 1 ms and <= 1 min)");
        }
    }
}
