package io.goodput.config.quantity;

import io.goodput.config.problem.Expectation;
import java.time.Duration;

/**
 * A span between two durations, written {@code 60s..80s}.
 *
 * @param from its start
 * @param to its end, later than its start
 */
public record DurationSpan(Duration from, Duration to) {
    /** What a text should be, for a message. */
    public static final String EXPECTED = "a span such as 60s..80s";
    /** One as a regular expression of Java and of ECMAScript, the whole text. */
    public static final String PATTERN = RangeEnds.pattern(Durations.PATTERN);

    private static final Expectation EXPECTATION = new Expectation(EXPECTED);

    /** Refuses an end that is not after the start with an {@link IllegalArgumentException}. */
    public DurationSpan {
        if (from.compareTo(to) >= 0) {
            throw EXPECTATION.unmet(
                    Durations.format(from) + ".." + Durations.format(to), "does not end after its start");
        }
    }

    /**
     * The span a text stands for.
     *
     * @throws IllegalArgumentException if it stands for none; the message is for the user
     */
    public static DurationSpan parse(String text) {
        var ends = RangeEnds.of(text, EXPECTATION);
        return new DurationSpan(Durations.parse(ends.from()), Durations.parse(ends.to()));
    }

    /** Both ends in seconds if one of them is, so that {@code 60s..80s} is not told as {@code 1m..80s}. */
    @Override
    public String toString() {
        String start = Durations.format(from);
        String end = Durations.format(to);
        boolean inSeconds = end.matches("\\d+s") && from.equals(Duration.ofSeconds(from.toSeconds()));
        return (inSeconds ? from.toSeconds() + "s" : start) + ".." + end;
    }
}
