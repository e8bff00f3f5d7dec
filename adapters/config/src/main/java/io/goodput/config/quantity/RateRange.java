package io.goodput.config.quantity;

import io.goodput.config.problem.Expectation;

/**
 * A way from one rate to another, up or down, written {@code 1/s..66/s}.
 *
 * @param from where it starts, per second
 * @param to where it ends, per second
 */
public record RateRange(double from, double to) {
    /** What a text should be, for a message. */
    public static final String EXPECTED = "a range such as 1/s..66/s";
    /** One as a regular expression of Java and of ECMAScript, the whole text. */
    public static final String PATTERN = RangeEnds.pattern(Rates.PATTERN);

    private static final Expectation EXPECTATION = new Expectation(EXPECTED);

    /**
     * The range a text stands for.
     *
     * @throws IllegalArgumentException if it stands for none; the message is for the user
     */
    public static RateRange parse(String text) {
        var ends = RangeEnds.of(text, EXPECTATION);
        return new RateRange(Rates.parse(ends.from()), Rates.parse(ends.to()));
    }

    @Override
    public String toString() {
        return Rates.format(from) + ".." + Rates.format(to);
    }
}
