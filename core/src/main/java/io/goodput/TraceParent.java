package io.goodput;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The W3C's {@code traceparent}, version 00: {@code 00-TRACE-SPAN-FLAGS}, in 32, 16 and 2 lower-case hexadecimal
 * digits, where neither trace nor span is all zeros.
 *
 * <p>Source: <a href="https://www.w3.org/TR/trace-context-2/#traceparent-header">Trace Context, section 3.2</a>.
 *
 * @param high first half of the trace's number
 * @param low its second half
 * @param span the span's number, never 0
 * @param flags 8 bits; the lowest says that the caller may have recorded the trace
 */
public record TraceParent(long high, long low, long span, int flags) {
    private static final int LENGTH = 55;
    private static final int TRACE_FROM = 3;
    private static final int SPAN_FROM = 36;
    private static final int SPAN_TO = 52;
    private static final int FLAGS_FROM = 53;

    /** What the text says; null if it is not well formed. */
    public static @Nullable TraceParent parse(@Nullable String text) {
        if (text == null || wellFormed(text) == null) {
            return null;
        }
        return new TraceParent(
                hex(text, TRACE_FROM, 16), hex(text, TRACE_FROM + 16, 16), hex(text, SPAN_FROM, 16), (int)
                        hex(text, FLAGS_FROM, 2));
    }

    /** A number that may be a span's: drawn at random, and not 0. */
    public static long drawSpan(RandomGenerator random) {
        long span = random.nextLong();
        while (span == 0) {
            span = random.nextLong();
        }
        return span;
    }

    /** The same; null if it is not well formed. */
    static @Nullable String wellFormed(@Nullable String text) {
        boolean is = text != null
                && text.length() == LENGTH
                && text.startsWith("00-")
                && text.charAt(SPAN_FROM - 1) == '-'
                && text.charAt(SPAN_TO) == '-'
                && isNumber(text, TRACE_FROM, SPAN_FROM - 1)
                && isNumber(text, SPAN_FROM, SPAN_TO)
                && isHex(text, FLAGS_FROM, LENGTH);
        return is ? text : null;
    }

    private static boolean isNumber(String text, int from, int to) {
        return isHex(text, from, to) && !isZero(text, from, to);
    }

    private static boolean isHex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZero(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    private static long hex(String text, int from, int digits) {
        long number = 0;
        for (int i = from; i < from + digits; i++) {
            char c = text.charAt(i);
            number = (number << 4) | (c <= '9' ? c - '0' : c - 'a' + 10);
        }
        return number;
    }

    /** Another span of the same trace; itself if it is not well formed. */
    static @Nullable String anotherSpan(@Nullable String text, RandomGenerator random) {
        if (text == null || wellFormed(text) == null) {
            return text;
        }
        return text.substring(0, SPAN_FROM) + HexFormat.of().toHexDigits(drawSpan(random)) + text.substring(SPAN_TO);
    }

    /** As the header has it. */
    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return "00-" + hex.toHexDigits(high) + hex.toHexDigits(low) + "-" + hex.toHexDigits(span) + "-"
                + hex.toHexDigits((byte) flags);
    }
}
