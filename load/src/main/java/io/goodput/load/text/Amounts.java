package io.goodput.load.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;

/** Durations and rates as a user writes them: {@code 1.5s}, {@code 50ms}, {@code 40/s}. */
public final class Amounts {
    private static final long MINUTE = 60_000_000_000L;
    private static final long[] UNITS = {1_000_000_000, 1_000_000, 1_000, 1};
    private static final String[] SYMBOLS = {"s", "ms", "us", "ns"};

    private Amounts() {}

    /**
     * The shortest text of a time that is not negative: minutes if it is whole ones, or else the largest unit below.
     */
    public static String duration(Duration time) {
        long nanos = time.toNanos();
        if (nanos > 0 && nanos % MINUTE == 0) {
            return nanos / MINUTE + "m";
        }
        for (int unit = 0; unit < UNITS.length; unit++) {
            if (nanos >= UNITS[unit]) {
                return plain(BigDecimal.valueOf(nanos).divide(BigDecimal.valueOf(UNITS[unit]))) + SYMBOLS[unit];
            }
        }
        return "0s";
    }

    /** A rate per second, to seven digits. */
    public static String rate(double perSecond) {
        return plain(BigDecimal.valueOf(perSecond).round(MathContext.DECIMAL32)) + "/s";
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
