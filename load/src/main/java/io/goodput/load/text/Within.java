package io.goodput.load.text;

import java.time.Duration;

/** Refuses what is out of bounds, in the words {@code steps: 1 (expected: 2 to 50)}. */
public final class Within {
    private Within() {}

    /** A time between two others, both included. */
    public static void bounds(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(name + ": " + Amounts.duration(value) + " (expected: "
                    + Amounts.duration(least) + " to " + Amounts.duration(most) + ")");
        }
    }

    /** A number between two others, both included. */
    public static void bounds(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + least + " to " + most + ")");
        }
    }

    /** A rate between two others, both included. */
    public static void rate(String name, double perSecond, double least, double most) {
        if (!(perSecond >= least && perSecond <= most)) {
            throw new IllegalArgumentException(name + ": " + Amounts.rate(perSecond) + " (expected: "
                    + Amounts.rate(least) + " to " + Amounts.rate(most) + ")");
        }
    }
}
