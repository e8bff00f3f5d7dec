package io.goodput.balance;

import java.time.Duration;

/** Refuses settings that lie out of bounds, and says what was expected. */
final class Bounds {
    private Bounds() {}

    static void check(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    name + ": " + value + " (expected: >= " + least + " and <= " + most + ")");
        }
    }

    static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + least + " to " + most + ")");
        }
    }

    static void check(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    name + ": " + value + " (expected: >= " + least + " and <= " + most + ")");
        }
    }
}
