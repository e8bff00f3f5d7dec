package io.goodput.logs.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Where things of JSON end, in lines that each end with a line feed: no search goes beyond that, for no text of JSON
 * contains one.
 */
final class JsonSkip {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LINE_FEEDS = 0x0A0A0A0A0A0A0A0AL;
    private static final long QUOTES = 0x2222222222222222L;
    private static final long BACKSLASHES = 0x5C5C5C5C5C5C5C5CL;
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private static final boolean[] ENDS_TEXT = table("\"\\\n");
    private static final boolean[] ENDS_SCALAR = table(",}] \t\r\n");
    private static final boolean[] STRUCTURE = table("\"{}[]\n");

    private JsonSkip() {}

    private static boolean[] table(String characters) {
        var table = new boolean[256];
        characters.chars().forEach(each -> table[each] = true);
        return table;
    }

    /** The place of the line feed. */
    static int lineFeed(byte[] bytes, int from, int end) {
        int at = from;
        while (at + Long.BYTES <= end) {
            long found = zeros((long) WORDS.get(bytes, at) ^ LINE_FEEDS);
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
            at += Long.BYTES;
        }
        while (bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    /** The place of the first quote, backslash or line feed. */
    static int inText(byte[] bytes, int from) {
        int at = from;
        while (at + Long.BYTES <= bytes.length) {
            long word = (long) WORDS.get(bytes, at);
            long found = zeros(word ^ QUOTES) | zeros(word ^ BACKSLASHES) | zeros(word ^ LINE_FEEDS);
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
            at += Long.BYTES;
        }
        while (!ENDS_TEXT[bytes[at] & 0xff]) {
            at++;
        }
        return at;
    }

    /** Whether none of the eight bytes is a backslash, or beyond ASCII. */
    static boolean isPlain(byte[] bytes, int at) {
        long word = (long) WORDS.get(bytes, at);
        return ((word | zeros(word ^ BACKSLASHES)) & HIGH_BITS) == 0;
    }

    /** The high bit of each byte that is 0, and perhaps of others behind the first of them. */
    private static long zeros(long word) {
        return word - ONES & ~word & HIGH_BITS;
    }

    /** The place of the quote that ends a text which begins before this place, or of the line feed. */
    static int text(byte[] bytes, int from) {
        int at = inText(bytes, from);
        while (bytes[at] == '\\') {
            at = bytes[at + 1] == '\n' ? at + 1 : inText(bytes, at + 2);
        }
        return at;
    }

    /** The place after a number or word. */
    static int scalar(byte[] bytes, int from) {
        int at = from;
        while (!ENDS_SCALAR[bytes[at] & 0xff]) {
            at++;
        }
        return at;
    }

    /** The place after an object or array that begins here, or of the line feed if it does not end before. */
    static int nested(byte[] bytes, int from) {
        int at = from;
        int depth = 0;
        while (true) {
            while (!STRUCTURE[bytes[at] & 0xff]) {
                at++;
            }
            switch (bytes[at]) {
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                case '"' -> at = text(bytes, at + 1);
                default -> {
                    return at;
                }
            }
            if (bytes[at] == '\n') {
                return at;
            }
            at++;
            if (depth == 0) {
                return at;
            }
        }
    }

    /** The first place that is no blank. */
    static int blanks(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r') {
            at++;
        }
        return at;
    }
}
