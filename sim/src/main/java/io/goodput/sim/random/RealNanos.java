package io.goodput.sim.random;

import java.math.BigDecimal;

/** Real-valued times: how they become whole nanoseconds, and how scenarios write them. */
final class RealNanos {
    private static final String[] UNITS = {"ns", "us", "ms", "s"};

    private RealNanos() {}

    /** The nearest whole nanosecond, at most {@link Distribution#MAX_NANOS}; the value is not negative. */
    static long round(double nanos) {
        return Math.min((long) (nanos + 0.5), Distribution.MAX_NANOS);
    }

    /** In the largest unit that leaves at least 1, without loss: {@code 12.7ms}. */
    static String text(double nanos) {
        int unit = 0;
        for (double rest = nanos; rest >= 1000 && unit < UNITS.length - 1; rest /= 1000) {
            unit++;
        }
        var value = BigDecimal.valueOf(nanos).movePointLeft(3 * unit).stripTrailingZeros();
        return value.toPlainString() + UNITS[unit];
    }
}
