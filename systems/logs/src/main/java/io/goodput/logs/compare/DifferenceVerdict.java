package io.goodput.logs.compare;

import java.util.Locale;

/** What a difference says. */
public enum DifferenceVerdict {
    /** More of what nobody wants. */
    WORSE,
    /** Less of it. */
    BETTER,
    /** Chance alone may explain it. */
    NO_DIFFERENCE_SHOWN,
    /** One side has too few to say anything. */
    TOO_FEW,
    /** The operation is on one side only. */
    ONE_SIDE_ONLY;

    /** In words. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
