package io.goodput.config;

/**
 * A range between two rates, written {@code 1/s..66/s}.
 *
 * @param from its lower end, per second
 * @param to its upper end, per second, higher than the lower
 */
public record RateRange(double from, double to) {
    static final String EXPECTED = "a range such as 1/s..66/s";
    private static final Refusal REFUSAL = new Refusal(EXPECTED);

    /** Refuses ends in the wrong order with an {@link IllegalArgumentException}. */
    public RateRange {
        if (!(from < to)) {
            throw REFUSAL.of(Rates.format(from) + ".." + Rates.format(to), "does not end above its start");
        }
    }

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
