package io.goodput.testing;

import java.math.BigDecimal;
import java.time.Duration;

/** Times as stories tell them: {@code 0.5 ms}. */
final class Millis {
    private static final int DIGITS_TO_NANOS = 6;

    private Millis() {}

    static String of(Duration time) {
        return of(time.toNanos());
    }

    static String of(long nanos) {
        return BigDecimal.valueOf(nanos, DIGITS_TO_NANOS).stripTrailingZeros().toPlainString() + " ms";
    }
}
