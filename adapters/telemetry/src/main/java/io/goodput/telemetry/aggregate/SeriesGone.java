package io.goodput.telemetry.aggregate;

/** Hears that a series has left, as nothing used it for as long as anything is remembered: meters leave with it. */
@FunctionalInterface
public interface SeriesGone {
    /** It has no history any more. If it is used again, it is a new one. */
    void gone(SeriesKey key);
}
