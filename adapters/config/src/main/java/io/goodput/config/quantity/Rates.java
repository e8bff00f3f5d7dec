package io.goodput.config.quantity;

import io.goodput.config.problem.Echo;
import io.goodput.config.problem.Expectation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * Rates as they are written: a number per {@code s}, {@code m} or {@code h}, such as {@code 40/s}, {@code 0.5/s} or
 * {@code 2/h}. As a number, a rate is always per second.
 */
public final class Rates {
    /** The highest rate that can be written, one per nanosecond. */
    public static final double MAX = 1e9;

    /** What a text should be, for a message. */
    public static final String EXPECTED = "a rate such as 40/s";

    private static final Expectation EXPECTATION = new Expectation(EXPECTED);
    private static final List<UnitOfTime> UNITS = List.of(UnitOfTime.S, UnitOfTime.M, UnitOfTime.H);
    private static final int SHOWN_DECIMALS = 3;

    /** A rate as a regular expression of Java and of ECMAScript, the whole text. */
    public static final String PATTERN = "^" + NumberAndUnit.NUMBER + "/(?:" + UnitOfTime.symbols(UNITS) + ")$";

    private Rates() {}

    /**
     * The rate a text stands for, per second.
     *
     * @throws IllegalArgumentException if it stands for none; the message is for the user
     */
    public static double parse(String text) {
        var measure = NumberAndUnit.parse(text, EXPECTATION);
        if (measure.isNegative()) {
            throw EXPECTATION.unmet(text, "negative rate");
        }
        var unit = unit(text, measure);
        double perSecond = perSecond(measure.amount(), unit);
        if (perSecond > MAX) {
            throw EXPECTATION.unmet(text, "higher than 1000000000/s");
        }
        return perSecond;
    }

    /**
     * The text of a rate: per second, unless it is shorter per minute or per hour. Parsed again, it gives the same rate
     * if that is 0 or at least 1e-9.
     *
     * @param perSecond from 0 to {@link #MAX}
     */
    public static String format(double perSecond) {
        if (!(perSecond >= 0 && perSecond <= MAX)) {
            throw new IllegalArgumentException("rate: " + perSecond + " (expected: 0 to 1000000000 per second)");
        }
        for (var unit : UNITS) {
            var amount = BigDecimal.valueOf(perSecond)
                    .multiply(seconds(unit))
                    .round(MathContext.DECIMAL32)
                    .stripTrailingZeros();
            if (amount.scale() <= SHOWN_DECIMALS && perSecond(amount, unit) == perSecond) {
                return NumberAndUnit.plain(amount) + "/" + unit.symbol;
            }
        }
        return NumberAndUnit.plain(BigDecimal.valueOf(perSecond)) + "/s";
    }

    private static UnitOfTime unit(String text, NumberAndUnit measure) {
        var written = measure.unit();
        if (written.isEmpty()) {
            throw EXPECTATION.unmet(text, "missing unit");
        }
        var name = written.startsWith("/") ? written.substring(1) : written;
        var unit = UnitOfTime.of(name);
        if (written.startsWith("/") && unit != null && UNITS.contains(unit)) {
            return unit;
        }
        var meant = UnitOfTime.meantBy(name);
        var suggestion = meant != null && UNITS.contains(meant)
                ? ", did you mean " + measure.number() + "/" + meant.symbol + "?"
                : ", rates are per s, m or h";
        throw EXPECTATION.unmet(text, "unknown unit " + Echo.of(written) + suggestion);
    }

    private static double perSecond(BigDecimal amount, UnitOfTime unit) {
        return amount.divide(seconds(unit), MathContext.DECIMAL128).doubleValue();
    }

    private static BigDecimal seconds(UnitOfTime unit) {
        return BigDecimal.valueOf(unit.nanos / UnitOfTime.S.nanos);
    }
}
