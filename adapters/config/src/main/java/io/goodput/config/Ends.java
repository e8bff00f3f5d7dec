package io.goodput.config;

/** The two texts around the {@code ..} of a range. */
record Ends(String from, String to) {
    private static final String SEPARATOR = "..";

    static Ends of(String text, Refusal refusal) {
        int at = text.indexOf(SEPARATOR);
        if (at < 0) {
            throw refusal.of(text, "missing ..");
        }
        return new Ends(text.substring(0, at), text.substring(at + SEPARATOR.length()));
    }
}
