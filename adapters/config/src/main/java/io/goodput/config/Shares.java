package io.goodput.config;

import java.math.BigDecimal;

/** Shares of a whole as they are written: {@code 5%}, or {@code 0.05}. As a number, a share is from 0 to 1. */
public final class Shares {
    static final String EXPECTED = "a share such as 5% or 0.05";
    private static final Refusal REFUSAL = new Refusal(EXPECTED);

    private Shares() {}

    /**
     * The share a text stands for, from 0 to 1.
     *
     * @throws IllegalArgumentException if it stands for none; the message is for the user
     */
    public static double parse(String text) {
        var measure = Measure.parse(text, REFUSAL);
        boolean percent = measure.unit().equals("%");
        if (!percent && !measure.unit().isEmpty()) {
            throw REFUSAL.of(text, "unknown unit " + Echo.of(measure.unit()));
        }
        if (measure.isNegative()) {
            throw REFUSAL.of(text, "negative share");
        }
        var share = percent ? measure.amount().movePointLeft(2) : measure.amount();
        if (share.compareTo(BigDecimal.ONE) > 0) {
            var meant = percent || share.compareTo(BigDecimal.valueOf(100)) > 0
                    ? ""
                    : ", did you mean " + measure.number() + "%?";
            throw REFUSAL.of(text, "more than 100%" + meant);
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
        return Measure.plain(BigDecimal.valueOf(share).movePointRight(2)) + "%";
    }
}
