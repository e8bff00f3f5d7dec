package io.goodput.config.quantity;

import io.goodput.config.problem.Expectation;

/** The two texts around the {@code ..} of a range. */
record RangeEnds(String from, String to) {
    private static final String SEPARATOR = "..";

    static RangeEnds of(String text, Expectation expected) {
        int at = text.indexOf(SEPARATOR);
        if (at < 0) {
            throw expected.unmet(text, "missing ..");
        }
        return new RangeEnds(text.substring(0, at), text.substring(at + SEPARATOR.length()));
    }

    /** A range of what is matched by a pattern of whole texts. */
    static String pattern(String ofEnd) {
        String end = ofEnd.substring(1, ofEnd.length() - 1);
        return "^" + end + "\\.\\." + end + "$";
    }
}
