package io.goodput.sim.random;

/** Refuses a bad parameter in the words {@code rate: -1.0 (expected: > 0)}; NaN fails every such test. */
final class Require {
    private Require() {}

    static void that(boolean condition, String name, Object value, String expected) {
        if (!condition) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
        }
    }

    /** A time that is not nothing. */
    static void time(String name, double nanos) {
        that(nanos > 0 && nanos <= Distribution.MAX_NANOS, name, nanos, "> 0 and <= 2^60");
    }
}
