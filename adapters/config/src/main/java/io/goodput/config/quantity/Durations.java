package io.goodput.config.quantity;

import io.goodput.Nanos;
import io.goodput.config.problem.Echo;
import io.goodput.config.problem.Expectation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Durations as they are written: a number and a unit of {@code ns us ms s m h d}, such as {@code 50ms}, {@code 1.5s} or
 * {@code 0s}, or several of these from large to small, each unit once, such as {@code 1h30m}. Only the last number may
 * have a fraction. {@code µs} is {@code us}, with either of Unicode's two signs.
 */
public final class Durations {
    /** The longest duration that can be written, 36,500 days; its nanoseconds fit a long. */
    public static final Duration MAX = Duration.ofDays(36_500);

    /** What a text should be, for a message. */
    public static final String EXPECTED = "a duration such as 50ms or 2s";

    private static final Expectation EXPECTATION = new Expectation(EXPECTED);
    /** A fraction with another number behind its unit is none. */
    private static final String NUMBER = "(?:0|[1-9][0-9]{0,18})(?:\\.[0-9]{1,30}(?![a-z\u00b5\u03bc]+[0-9]))?";

    private static final BigDecimal MAX_NANOS = BigDecimal.valueOf(MAX.toNanos());

    /** A duration as a regular expression of Java and of ECMAScript, the whole text. */
    public static final String PATTERN = Arrays.stream(UnitOfTime.values())
            .map(unit -> "(?:" + NUMBER + unit.pattern() + ")?")
            .collect(Collectors.joining("", "^(?=[0-9])", "$"));

    private Durations() {}

    /**
     * The duration a text stands for, exact to the nanosecond.
     *
     * @throws IllegalArgumentException if it stands for none; the message is for the user
     */
    public static Duration parse(String text) {
        var nanos = BigDecimal.ZERO;
        UnitOfTime last = null;
        int read = 0;
        while (last == null || read < text.length()) {
            var measure = NumberAndUnit.parse(text.substring(read), text, EXPECTATION);
            if (measure.isNegative()) {
                throw EXPECTATION.unmet(text, "negative duration");
            }
            int next = text.length() - afterUnit(measure.unit()).length();
            var unit = unit(text, read, next, measure);
            if (last != null && unit.compareTo(last) <= 0) {
                throw EXPECTATION.unmet(text, unit.symbol + " after " + last.symbol + ", units go from large to small");
            }
            if (next < text.length() && measure.isFraction()) {
                throw EXPECTATION.unmet(text, "a fraction before the last unit");
            }
            nanos = nanos.add(measure.amount().multiply(BigDecimal.valueOf(unit.nanos)));
            last = unit;
            read = next;
        }
        if (nanos.compareTo(MAX_NANOS) > 0) {
            throw EXPECTATION.unmet(text, "longer than 36500d");
        }
        if (nanos.stripTrailingZeros().scale() > 0) {
            throw EXPECTATION.unmet(text, "finer than a nanosecond");
        }
        return Duration.ofNanos(nanos.longValueExact());
    }

    /** What follows the unit: {@code 30m} in {@code h30m}. */
    private static String afterUnit(String unitAndRest) {
        for (int i = 1; i < unitAndRest.length(); i++) {
            if (unitAndRest.charAt(i) >= '0' && unitAndRest.charAt(i) <= '9') {
                return unitAndRest.substring(i);
            }
        }
        return "";
    }

    /**
     * The shortest text that stands for exactly this duration: {@code 1.5s}, {@code 50ms}, {@code 2m}.
     *
     * @throws IllegalArgumentException if it is negative or longer than {@link #MAX}
     */
    public static String format(Duration duration) {
        if (duration.isNegative() || duration.compareTo(MAX) > 0) {
            throw new IllegalArgumentException("duration: " + duration + " (expected: 0s to 36500d)");
        }
        return Nanos.written(duration);
    }

    /** The longer of two. */
    public static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** The shorter of two. */
    public static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** The unit of the part of a text from one index to another. */
    private static UnitOfTime unit(String text, int from, int to, NumberAndUnit measure) {
        var symbol = measure.unit().substring(0, measure.unit().length() - (text.length() - to));
        var unit = UnitOfTime.of(symbol);
        if (unit != null) {
            return unit;
        }
        if (symbol.isEmpty()) {
            throw EXPECTATION.unmet(text, "missing unit");
        }
        var meant = UnitOfTime.meantBy(symbol.strip());
        throw EXPECTATION.unmet(
                text,
                "unknown unit " + Echo.of(symbol)
                        + (meant == null
                                ? ""
                                : ", did you mean " + text.substring(0, from) + measure.number() + meant.symbol
                                        + Echo.of(text.substring(to)) + "?"));
    }
}
