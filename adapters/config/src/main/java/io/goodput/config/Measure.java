package io.goodput.config;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A decimal number and what follows it. The number is written out: no exponent, hexadecimal, underscore, leading zero
 * or plus sign, so that it has one meaning to everybody, and few digits, so that its arithmetic is quick.
 *
 * @param amount the number; exact
 * @param unit the rest of the text; may be empty
 */
record Measure(BigDecimal amount, String unit) {
    private static final Pattern SHAPE =
            Pattern.compile("(-?(?:0|[1-9][0-9]{0,18})(?:\\.[0-9]{1,30})?)(?![0-9])(.*)", Pattern.DOTALL);
    private static final Pattern LEADING_ZERO = Pattern.compile("-?0[0-9].*", Pattern.DOTALL);
    private static final Pattern MANY_DIGITS = Pattern.compile("-?[0-9]{20}.*|-?[0-9]+\\.[0-9]{31}.*", Pattern.DOTALL);
    private static final Pattern NUMERIC_REST =
            Pattern.compile("(?:_[0-9]|[eE][+-]?[0-9]|[xX][0-9a-fA-F]).*", Pattern.DOTALL);

    static Measure parse(String text, Refusal refusal) {
        var matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw refusal.of(text, problemOf(text));
        }
        var unit = matcher.group(2);
        if (NUMERIC_REST.matcher(unit).matches()) {
            throw refusal.of(text, "a number is written out, with digits and a point only");
        }
        if (unit.startsWith(" ")) {
            throw refusal.of(text, "a space after the number");
        }
        return new Measure(new BigDecimal(matcher.group(1)), unit);
    }

    /** A number without a unit. */
    static BigDecimal number(String text, Refusal refusal) {
        var measure = parse(text, refusal);
        if (!measure.unit.isEmpty()) {
            throw refusal.of(text, "not a number");
        }
        return measure.amount;
    }

    /** The number as it was written, without needless zeros. */
    String number() {
        return plain(amount);
    }

    boolean isNegative() {
        return amount.signum() < 0;
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String problemOf(String text) {
        if (text.isEmpty()) {
            return "nothing in the quotes";
        }
        if (LEADING_ZERO.matcher(text).matches()) {
            return "a number with a leading zero";
        }
        return MANY_DIGITS.matcher(text).matches() ? "a number with too many digits" : "does not start with a number";
    }
}
