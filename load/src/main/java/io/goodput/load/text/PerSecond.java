package io.goodput.load.text;

import io.goodput.Range;
import java.math.BigDecimal;
import java.math.MathContext;

/** Rates as a user writes them: {@code 40/s}. */
public final class PerSecond {
    private PerSecond() {}

    /** To seven digits. */
    public static String text(double rate) {
        return BigDecimal.valueOf(rate)
                        .round(MathContext.DECIMAL32)
                        .stripTrailingZeros()
                        .toPlainString()
                + "/s";
    }

    /** Refuses a rate that is out of bounds. */
    public static void check(String name, double rate, Range<Double> bounds) {
        if (!bounds.has(rate)) {
            throw new IllegalArgumentException(name + ": " + text(rate) + " (expected: " + text(bounds.least()) + " to "
                    + text(bounds.most()) + ")");
        }
    }
}
