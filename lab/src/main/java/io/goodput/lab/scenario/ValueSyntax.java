package io.goodput.lab.scenario;

import io.goodput.config.problem.Echo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values that a key takes: {@code from..to/step} in one unit, such as {@code 10/s..80/s/10/s} or {@code 1..5/1},
 * where {@code to} is among them if the steps meet it; or values one by one, {@code 1,3,5}.
 */
final class ValueSyntax {
    static final String EXPECTED = "values such as 10/s..80/s/10/s, or a list of them";

    /** The most values of one key. */
    static final int MOST = 400;

    private static final String NUMBER = "(\\d{1,12}(?:\\.\\d{1,9})?)";
    private static final Pattern QUANTITY = Pattern.compile(NUMBER + "([^\\d.,\\s]*)");
    private static final Pattern RANGE =
            Pattern.compile(NUMBER + "([^\\d.,\\s]*)\\.\\." + NUMBER + "\\2/" + NUMBER + "\\2");

    /** One inside the parentheses of a distribution is part of a value. */
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*(?![^(]*\\))");

    private ValueSyntax() {}

    static List<String> parse(String text) {
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            return range(text, range);
        }
        // A ramp, which is a value that has two dots of its own, can be listed but not stepped through.
        if (text.contains("..") && !text.contains(",") && text.indexOf('/', text.indexOf("..")) >= 0) {
            throw new IllegalArgumentException(
                    Echo.of(text) + ": no range in steps of one unit (expected: " + EXPECTED + ")");
        }
        return List.of(COMMA.split(text, -1));
    }

    private static List<String> range(String text, Matcher range) {
        var from = new BigDecimal(range.group(1));
        var to = new BigDecimal(range.group(3));
        var step = new BigDecimal(range.group(4));
        if (step.signum() == 0 || to.compareTo(from) < 0) {
            throw new IllegalArgumentException(Echo.of(text) + " (expected: from below to, and a step above 0)");
        }
        int steps = to.subtract(from)
                .divideToIntegralValue(step)
                .min(BigDecimal.valueOf(MOST))
                .intValue();
        var values = new ArrayList<String>();
        for (int i = 0; i <= steps; i++) {
            values.add(written(from.add(step.multiply(BigDecimal.valueOf(i)))) + range.group(2));
        }
        return values;
    }

    private static String written(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static Varied varied(String path, List<String> values) {
        var numbers = new ArrayList<Double>();
        String unit = null;
        for (String value : values) {
            Matcher quantity = QUANTITY.matcher(value);
            if (!quantity.matches() || (unit != null && !unit.equals(quantity.group(2)))) {
                return new Varied(path, values, List.of(), "");
            }
            unit = quantity.group(2);
            numbers.add(Double.valueOf(quantity.group(1)));
        }
        return new Varied(path, values, List.copyOf(numbers), unit == null ? "" : unit);
    }
}
