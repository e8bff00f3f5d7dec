package io.goodput.config.quantity;

import io.goodput.config.problem.Echo;
import io.goodput.config.problem.Expectation;
import java.math.BigDecimal;

/** Shares of a whole as they are written: {@code 5%}, or {@code 0.05}. As a number, a share is from 0 to 1. */
public final class Shares {
    /** What a text should be, for a message. */
    public static final String EXPECTED = "a share such as 5% or 0.05";

    private static final Expectation EXPECTATION = new Expectation(EXPECTED);

    /** A share in percent as a regular expression of Java and of ECMAScript, the whole text. */
    public static final String PATTERN = "^(?:100(?:\\.0{1,30})?|[1-9]?[0-9](?:\\.[0-9]{1,30})?)%$";

    private Shares() {}

    /**
     * The share a text stands for, from 0 to 1.
     *
     * @throws IllegalArgumentException if it stands for none; the message is for the user
     */
    public static double parse(String text) {
        var measure = NumberAndUnit.parse(text, EXPECTATION);
        boolean percent = measure.unit().equals("%");
        if (!percent && !measure.unit().isEmpty()) {
            throw EXPECTATION.unmet(text, "unknown unit " + Echo.of(measure.unit()));
        }
        if (measure.isNegative()) {
            throw EXPECTATION.unmet(text, "negative share");
        }
        var share = percent ? measure.amount().movePointLeft(2) : measure.amount();
        if (share.compareTo(BigDecimal.ONE) > 0) {
            var meant = percent || share.compareTo(BigDecimal.valueOf(100)) > 0
                    ? ""
                    : ", did you mean " + measure.number() + "%?";
            throw EXPECTATION.unmet(text, "more than 100%" + meant);
        }
        return share.doubleValue();
    }

    /**
     * The share in percent: {@code 5%}. Parsed again, it gives the same share if that is 0 or at least 1e-9.
     *
     * @param share from 0 to 1
     */
    public static String format(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share: " + share + " (expected: 0 to 1)");
        }
        return NumberAndUnit.plain(BigDecimal.valueOf(share).movePointRight(2)) + "%";
    }
}
