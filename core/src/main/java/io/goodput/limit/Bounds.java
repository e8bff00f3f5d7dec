package io.goodput.limit;

import io.goodput.limit.ConcurrencyLimit.Settings;
import java.time.Duration;

/** Refuses a setting out of its bounds, by its name. */
final class Bounds {
    private Bounds() {}

    /** Of the limit itself: {@code 1 <= min <= initial <= max}. */
    static void limits(int initial, int min, int max) {
        whole("min", min, 1, Settings.MOST);
        whole("max", max, min, Settings.MOST);
        whole("initial", initial, min, max);
    }

    static void whole(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw refused(name, value, least, most);
        }
    }

    static void real(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw refused(name, value, least, most);
        }
    }

    static void time(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw refused(name, value, least, most);
        }
    }

    private static IllegalArgumentException refused(String name, Object value, Object least, Object most) {
        return new IllegalArgumentException(name + ": " + value + " (expected: >= " + least + " and <= " + most + ")");
    }
}
