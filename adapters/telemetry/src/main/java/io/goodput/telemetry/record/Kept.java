package io.goodput.telemetry.record;

import java.util.Locale;

/** Why a record is written. */
public enum Kept {
    /** Nothing is left out. */
    ALL,
    /** It took long. */
    SLOW,
    /** It failed. */
    FAILED,
    /** It was shed. */
    SHED,
    /** It is the first of its operation, or of its category of error, in the interval. */
    FIRST,
    /** It stands for others that were left out. */
    SAMPLE,
    /** It is a part of a unit that goes on, or of one whose earlier parts were written. */
    PART;

    /** As in a record: {@code slow}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
