package io.goodput.config.quantity;

import io.goodput.config.problem.Expectation;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A decimal number and what follows it. The number is written out: no exponent, hexadecimal, underscore, leading zero
 * or plus sign, so that it has one meaning to everybody, and few digits, so that its arithmetic is quick.
 *
 * @param amount the number; exact
 * @param unit the rest of the text; may be empty
 */
public record NumberAndUnit(BigDecimal amount, String unit) {
    /** A number that is not negative, as a regular expression of Java and of ECMAScript. */
    static final String NUMBER = "(?:0|[1-9][0-9]{0,18})(?:\\.[0-9]{1,30})?";

    private static final Pattern SHAPE = Pattern.compile("(-?" + NUMBER + ")(?![0-9])(.*)", Pattern.DOTALL);
    private static final Pattern LEADING_ZERO = Pattern.compile("-?0[0-9].*", Pattern.DOTALL);
    private static final Pattern MANY_DIGITS = Pattern.compile("-?[0-9]{20}.*|-?[0-9]+\\.[0-9]{31}.*", Pattern.DOTALL);
    private static final Pattern NUMERIC_REST =
            Pattern.compile("(?:_[0-9]|[eE][+-]?[0-9]|[xX][0-9a-fA-F]).*", Pattern.DOTALL);

    /**
     * The parts of a text.
     *
     * @throws IllegalArgumentException if it does not start with a number; the message is for the user
     */
    public static NumberAndUnit parse(String text, Expectation expected) {
        return parse(text, text, expected);
    }

    /** The same of a part of a text, whose whole a message repeats. */
    static NumberAndUnit parse(String part, String text, Expectation expected) {
        var matcher = SHAPE.matcher(part);
        if (!matcher.matches()) {
            throw expected.unmet(text, problemOf(part));
        }
        var unit = matcher.group(2);
        if (NUMERIC_REST.matcher(unit).matches()) {
            throw expected.unmet(text, "a number is written out, with digits and a point only");
        }
        if (unit.startsWith(" ")) {
            throw expected.unmet(text, "a space after the number");
        }
        return new NumberAndUnit(new BigDecimal(matcher.group(1)), unit);
    }

    /**
     * A number without a unit.
     *
     * @throws IllegalArgumentException if the text is none; the message is for the user
     */
    public static BigDecimal number(String text, Expectation expected) {
        var measure = parse(text, expected);
        if (!measure.unit.isEmpty()) {
            throw expected.unmet(text, "not a number");
        }
        return measure.amount;
    }

    /** The number as it was written, without needless zeros. */
    public String number() {
        return plain(amount);
    }

    /** Whether the number was written with a point. */
    boolean isFraction() {
        return amount.scale() > 0;
    }

    /** Whether the number is below 0. */
    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /** A number as it is written, without needless zeros and without an exponent. */
    public static String plain(BigDecimal number) {
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
