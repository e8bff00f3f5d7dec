package io.goodput.http;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The header Retry-After (RFC 9110, 10.2.3): seconds to wait, or the date to wait for. What a stranger sends is not
 * believed: a value that is neither is as good as none, and no wait is longer than {@link #MOST}.
 */
public final class RetryAfter {
    /** The longest wait that a server can ask for. A retry policy takes a hint for less than that: see its backoff. */
    public static final Duration MOST = Duration.ofDays(1);

    /** The header's name. */
    public static final String NAME = "Retry-After";

    private static final int DIGITS_OF_MOST = 5;

    private RetryAfter() {}

    /**
     * How long to wait from now on; null if the value says nothing. A date that is past is 0.
     *
     * @param value of the header
     * @param now by the clock on the wall, which matters to dates only: their servers' clocks are assumed to agree with
     *     it
     */
    public static @Nullable Duration parse(String value, Instant now) {
        String text = value.strip();
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return seconds(text);
        }
        Instant date = HttpDate.parse(text, now);
        return date == null ? null : bounded(Duration.between(now, date));
    }

    /** However many digits there are. */
    private static Duration seconds(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > DIGITS_OF_MOST
                ? MOST
                : bounded(Duration.ofSeconds(Integer.parseInt(significant)));
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(MOST) > 0 ? MOST : wait;
    }
}
