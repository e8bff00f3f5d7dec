package io.goodput;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The W3C's {@code traceparent}, version 00: {@code 00-TRACE-SPAN-FLAGS}, in 32, 16 and 2 lower-case hexadecimal
 * digits, where neither trace nor span is all zeros.
 *
 * <p>Source: <a href="https://www.w3.org/TR/trace-context-2/#traceparent-header">Trace Context, section 3.2</a>.
 */
final class TraceParent {
    private static final Pattern PATTERN =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private static final int SPAN_FROM = "00-".length() + 32 + "-".length();
    private static final int SPAN_TO = SPAN_FROM + 16;

    private TraceParent() {}

    /** The same; null if it is not well formed. */
    static @Nullable String wellFormed(@Nullable String text) {
        return text != null && PATTERN.matcher(text).matches() ? text : null;
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
