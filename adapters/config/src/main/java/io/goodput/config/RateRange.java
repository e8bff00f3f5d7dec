package io.goodput.config;

/**
 * A way from one rate to another, up or down, written {@code 1/s..66/s}.
 *
 * @param from where it starts, per second
 * @param to where it ends, per second
 */
public record RateRange(double from, double to) {
    static final String EXPECTED = "a range such as 1/s..66/s";
    private static final Refusal REFUSAL = new Refusal(EXPECTED);

    /**
     * The range a text stands for.
     *
     * @throws IllegalArgumentException if it stands for none; the message is for the user
     */
    public static RateRange parse(String text) {
        var ends = Ends.of(text, REFUSAL);
        return new RateRange(Rates.parse(ends.from()), Rates.parse(ends.to()));
    }

    @Override
    public String toString() {
        return Rates.format(from) + ".." + Rates.format(to);
    }
}
