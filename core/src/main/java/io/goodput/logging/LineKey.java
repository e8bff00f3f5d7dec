package io.goodput.logging;

import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * What lines that are alike have in common.
 *
 * @param print of their templates, as {@link Fingerprint} takes it
 * @param thrown the class of their error; null without one
 * @param template of the first of them
 */
record LineKey<P>(
        P place, Level level, long print, @Nullable String thrown, String template) {
    static <P> LineKey<P> of(P place, Level level, long print, @Nullable String thrown, String template) {
        return new LineKey<>(place, level, print, thrown, LatestLine.cut(template));
    }

    static int hash(Object place, Level level, long print, @Nullable String thrown) {
        int mixed = Long.hashCode(print) + 31 * place.hashCode() + level.getSeverity();
        return thrown == null ? mixed : 31 * mixed + thrown.hashCode();
    }

    int hash() {
        return hash(place, level, print, thrown);
    }

    /** Compares without an object to compare with: that would be one for each line. */
    boolean is(Object otherPlace, Level otherLevel, long otherPrint, @Nullable String otherThrown) {
        return print == otherPrint
                && level == otherLevel
                && place.equals(otherPlace)
                && (thrown == null ? otherThrown == null : thrown.equals(otherThrown));
    }
}
