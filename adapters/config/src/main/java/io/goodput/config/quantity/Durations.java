package io.goodput.config.quantity;

import io.goodput.Nanos;
import io.goodput.config.problem.Echo;
import io.goodput.config.problem.Expectation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * Durations as they are written: a number and a unit of {@code ns us ms s m h d}, such as {@code 50ms}, {@code 1.5s} or
 * {@code 0s}.
 */
public final class Durations {
    /** The longest duration that can be written, 36,500 days; its nanoseconds fit a long. */
    public static final Duration MAX = Duration.ofDays(36_500);

    /** What a text should be, for a message. */
    public static final String EXPECTED = "a duration such as 50ms or 2s";

    private static final Expectation EXPECTATION = new Expectation(EXPECTED);
    private static final BigDecimal MAX_NANOS = BigDecimal.valueOf(MAX.toNanos());

    /** A duration as a regular expression of Java and of ECMAScript, the whole text. */
    public static final String PATTERN =
            "^" + NumberAndUnit.NUMBER + "(?:" + UnitOfTime.symbols(List.of(UnitOfTime.values())) + ")$";

    private Durations() {}

    /**
     * The duration a text stands for, exact to the nanosecond.
     *
     * @throws IllegalArgumentException if it stands for none; the message is for the user
     */
    public static Duration parse(String text) {
        var measure = NumberAndUnit.parse(text, EXPECTATION);
        if (measure.isNegative()) {
            throw EXPECTATION.unmet(text, "negative duration");
        }
        var unit = unit(text, measure);
        var nanos = measure.amount().multiply(BigDecimal.valueOf(unit.nanos));
        if (nanos.compareTo(MAX_NANOS) > 0) {
            throw EXPECTATION.unmet(text, "longer than 36500d");
        }
        if (nanos.stripTrailingZeros().scale() > 0) {
            throw EXPECTATION.unmet(text, "finer than a nanosecond");
        }
        return Duration.ofNanos(nanos.longValueExact());
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

    private static UnitOfTime unit(String text, NumberAndUnit measure) {
        var unit = UnitOfTime.of(measure.unit());
        if (unit != null) {
            return unit;
        }
        if (measure.unit().isEmpty()) {
            throw EXPECTATION.unmet(text, "missing unit");
        }
        var meant = UnitOfTime.meantBy(measure.unit());
        throw EXPECTATION.unmet(
                text,
                "unknown unit " + Echo.of(measure.unit())
                        + (meant == null ? "" : ", did you mean " + measure.number() + meant.symbol + "?"));
    }
}
