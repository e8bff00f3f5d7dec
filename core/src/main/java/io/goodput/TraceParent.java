package io.goodput;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The W3C's {@code traceparent}, version 00: {@code 00-TRACE-SPAN-FLAGS}, in 32, 16 and 2 lower-case hexadecimal
 * digits, where neither trace nor span is all zeros.
 *
 * <p>Source: <a href="https://www.w3.org/TR/trace-context-2/#traceparent-header">Trace Context, section 3.2</a>.
 */
final class TraceParent {
    private static final String VERSION = "00-";
    private static final int TRACE_TO = VERSION.length() + 32;
    private static final int SPAN_FROM = TRACE_TO + "-".length();
    private static final int SPAN_TO = SPAN_FROM + 16;
    private static final int FLAGS_FROM = SPAN_TO + "-".length();
    private static final int LENGTH = FLAGS_FROM + 2;

    private TraceParent() {}

    /** The same; null if it is not well formed. */
    static @Nullable String wellFormed(@Nullable String text) {
        return text != null && isWellFormed(text) ? text : null;
    }

    /** By hand: each request is asked, and a pattern takes four times as long. */
    private static boolean isWellFormed(String text) {
        return text.length() == LENGTH
                && text.startsWith(VERSION)
                && isId(text, VERSION.length(), TRACE_TO)
                && text.charAt(TRACE_TO) == '-'
                && isId(text, SPAN_FROM, SPAN_TO)
                && text.charAt(SPAN_TO) == '-'
                && digits(text, FLAGS_FROM, LENGTH) >= 0;
    }

    private static boolean isId(String text, int from, int to) {
        return digits(text, from, to) > 0;
    }

    /** How many of the digits are not zero; -1 if one is no digit. */
    private static int digits(String text, int from, int to) {
        int notZero = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
            if (!digit) {
                return -1;
            }
            notZero += c == '0' ? 0 : 1;
        }
        return notZero;
    }

    /** Another span of the same trace; itself if it is not well formed. */
    static @Nullable String anotherSpan(@Nullable String text, RandomGenerator random) {
        if (text == null || wellFormed(text) == null) {
            return text;
        }
        long span = random.nextLong();
        while (span == 0) {
            span = random.nextLong();
        }
        return text.substring(0, SPAN_FROM) + HexFormat.of().toHexDigits(span) + text.substring(SPAN_TO);
    }
}
