package io.goodput.logging;

import io.goodput.bounds.Shown;
import java.time.Duration;
import java.util.Locale;

/**
 * Lines that were not written, to be told in their place.
 *
 * @param place where the latest of them came from
 * @param level theirs
 * @param lines how many; each is told once
 * @param over the time since the first of them
 * @param latest the latest of them, as one harmless line
 * @param mixed whether they are of kinds for which there was no room, and so not like one another
 * @param <P> where lines come from, as a {@link LogLimiter} knows it
 */
public record HeldBack<P>(P place, System.Logger.Level level, long lines, Duration over, String latest, boolean mixed) {
    /** The line to write: {@code held back 12,345 like this in 10s; the latest: order 17 failed}. */
    public String text() {
        String number = String.format(Locale.ROOT, "%,d", lines);
        String kind = mixed ? "of more kinds than there is room for" : "like this";
        return "held back " + number + " " + kind + " in " + Shown.rounded(over) + "; the latest: " + latest;
    }
}
