package io.goodput.config.quantity;

import io.goodput.config.problem.Expectation;
import java.math.BigDecimal;

/** Whole numbers as they are written. */
public final class WholeNumbers {
    private WholeNumbers() {}

    /**
     * A whole number that fits an int.
     *
     * @throws IllegalArgumentException if the text is none; the message is for the user
     */
    public static int integer(String text, Expectation expected) {
        return (int) whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE, expected);
    }

    /**
     * A whole number that fits a long.
     *
     * @throws IllegalArgumentException if the text is none; the message is for the user
     */
    public static long longInteger(String text, Expectation expected) {
        return whole(text, Long.MIN_VALUE, Long.MAX_VALUE, expected);
    }

    private static long whole(String text, long min, long max, Expectation expected) {
        var number = NumberAndUnit.number(text, expected);
        // Not even 3.0: who writes a point thinks of fractions.
        if (number.scale() > 0) {
            throw expected.unmet(text, "not a whole number");
        }
        if (number.compareTo(BigDecimal.valueOf(min)) < 0 || number.compareTo(BigDecimal.valueOf(max)) > 0) {
            throw expected.unmet(text, "out of range");
        }
        return number.longValueExact();
    }
}
