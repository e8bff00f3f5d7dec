package io.goodput.config.quantity;

import io.goodput.config.problem.Echo;
import io.goodput.config.problem.Expectation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Sizes as they are written: a number of {@code B KiB MiB GiB TiB}, such as {@code 64KiB}. As a number, in bytes. */
public final class Sizes {
    /** The largest size that can be written, 1024 TiB, in bytes. */
    public static final long MAX = 1L << 50;

    /** What a text should be, for a message. */
    public static final String EXPECTED = "a size such as 512B, 64KiB or 1MiB";

    private static final Expectation EXPECTATION = new Expectation(EXPECTED);
    /** Each is 1024 of the one before. */
    private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB");

    /** A size as a regular expression of Java and of ECMAScript, the whole text. */
    public static final String PATTERN = "^" + NumberAndUnit.NUMBER + "(?:" + String.join("|", UNITS) + ")$";

    private Sizes() {}

    /**
     * The size a text stands for, in bytes.
     *
     * @throws IllegalArgumentException if it stands for none; the message is for the user
     */
    public static long parse(String text) {
        var measure = NumberAndUnit.parse(text, EXPECTATION);
        if (measure.isNegative()) {
            throw EXPECTATION.unmet(text, "negative size");
        }
        int unit = UNITS.indexOf(measure.unit());
        if (unit < 0) {
            throw EXPECTATION.unmet(text, measure.unit().isEmpty() ? "missing unit" : unknown(measure));
        }
        var bytes = measure.amount().multiply(BigDecimal.valueOf(1L << (10 * unit)));
        if (bytes.compareTo(BigDecimal.valueOf(MAX)) > 0) {
            throw EXPECTATION.unmet(text, "larger than 1024TiB");
        }
        if (bytes.stripTrailingZeros().scale() > 0) {
            throw EXPECTATION.unmet(text, "not a whole number of bytes");
        }
        return bytes.longValueExact();
    }

    /**
     * The size in the largest unit of which it is a whole number: {@code 1536KiB}.
     *
     * @param bytes from 0 to {@link #MAX}
     */
    public static String format(long bytes) {
        if (bytes < 0 || bytes > MAX) {
            throw new IllegalArgumentException("size: " + bytes + " (expected: 0 to 1024TiB in bytes)");
        }
        int unit = bytes == 0 ? 0 : Math.min(Long.numberOfTrailingZeros(bytes) / 10, UNITS.size() - 1);
        return (bytes >> (10 * unit)) + UNITS.get(unit);
    }

    /** {@code KB}, {@code kb}, {@code k} and {@code Ki} are taken to mean {@code KiB}. */
    private static String unknown(NumberAndUnit measure) {
        var written = measure.unit().toLowerCase(Locale.ROOT);
        for (var unit : UNITS) {
            var lowerCase = unit.toLowerCase(Locale.ROOT);
            var first = lowerCase.substring(0, 1);
            if (List.of(lowerCase, first, first + "b", first + "i").contains(written)) {
                return "unknown unit " + Echo.of(measure.unit()) + ", did you mean " + measure.number() + unit + "?";
            }
        }
        return "unknown unit " + Echo.of(measure.unit());
    }
}
