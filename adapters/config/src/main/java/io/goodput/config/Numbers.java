package io.goodput.config;

import java.math.BigDecimal;

/** Whole numbers as they are written. */
final class Numbers {
    private Numbers() {}

    static int integer(String text, Refusal refusal) {
        return (int) whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE, refusal);
    }

    static long longInteger(String text, Refusal refusal) {
        return whole(text, Long.MIN_VALUE, Long.MAX_VALUE, refusal);
    }

    private static long whole(String text, long min, long max, Refusal refusal) {
        var number = Measure.number(text, refusal);
        // Not even 3.0: who writes a point thinks of fractions.
        if (number.scale() > 0) {
            throw refusal.of(text, "not a whole number");
        }
        if (number.compareTo(BigDecimal.valueOf(min)) < 0 || number.compareTo(BigDecimal.valueOf(max)) > 0) {
            throw refusal.of(text, "out of range");
        }
        return number.longValueExact();
    }
}
