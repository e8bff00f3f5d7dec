package io.goodput.config;

import java.time.Duration;

/**
 * A span between two durations, written {@code 60s..80s}.
 *
 * @param from its start
 * @param to its end, later than its start
 */
public record DurationSpan(Duration from, Duration to) {
    static final String EXPECTED = "a span such as 60s..80s";
    private static final Refusal REFUSAL = new Refusal(EXPECTED);

    /** Refuses an end that is not after the start with an {@link IllegalArgumentException}. */
    public DurationSpan {
        if (from.compareTo(to) >= 0) {
            throw REFUSAL.of(Durations.format(from) + ".." + Durations.format(to), "does not end after its start");
        }
    }

    /**
     * The span a text stands for.
     *
     * @throws IllegalArgumentException if it stands for none; the message is for the user
     */
    public static DurationSpan parse(String text) {
        var ends = Ends.of(text, REFUSAL);
        return new DurationSpan(Durations.parse(ends.from()), Durations.parse(ends.to()));
    }

    @Override
    public String toString() {
        return Durations.format(from) + ".." + Durations.format(to);
    }
}
