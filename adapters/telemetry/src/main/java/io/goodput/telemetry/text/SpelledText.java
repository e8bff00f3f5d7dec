package io.goodput.telemetry.text;

import java.nio.charset.StandardCharsets;

/**
 * Text in UTF-8: as the inside of a JSON string, or plain. Of a text, both leave the same: what has room with escapes.
 *
 * <p>With escapes, what a terminal, an editor or a reader of lines might obey is written as an escape: control
 * characters (of both sets), line and paragraph separators, and the invisible characters that format, such as those
 * which turn the direction of text. Half a surrogate pair becomes U+FFFD, since not all readers take it.
 *
 * <p>Looks at no more characters than fit: a text of 1 MB costs what the first of it do.
 */
final class SpelledText {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int ASCII = 128;
    private static final boolean[] PLAIN = new boolean[ASCII];
    /** How many bytes an escape of one UTF-16 unit takes. */
    private static final int ESCAPE = 6;

    static {
        for (int c = ' '; c < ASCII - 1; c++) {
            PLAIN[c] = c != '"' && c != '\\';
        }
    }

    private final boolean escapes;
    private boolean cut;

    /** With or without escapes. */
    SpelledText(boolean escapes) {
        this.escapes = escapes;
    }

    /**
     * Writes as much of the text as there is room for, whole characters only.
     *
     * @param to has room for so many bytes from {@code at} on
     * @param room in bytes, escapes included, whether or not they are written
     * @return the position after the last byte
     */
    int write(CharSequence text, byte[] to, int at, int room) {
        int end = at + room;
        int length = text.length();
        int next = at;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < ASCII && PLAIN[c]) {
                if (next == end) {
                    return cutAt(next);
                }
                to[next++] = (byte) c;
                continue;
            }
            int point = pointAt(text, i, c, length);
            int size = size(point);
            if (size > end - next) {
                return cutAt(next);
            }
            if (escapes) {
                put(point, size, to, next);
                next += size;
            } else {
                int plain = plainSize(point);
                utf8(point, plain, to, next);
                next += plain;
                end -= size - plain;
            }
            i += Character.isSupplementaryCodePoint(point) ? 1 : 0;
        }
        cut = false;
        return next;
    }

    /** Whether the text written last was shortened. */
    boolean wasCut() {
        return cut;
    }

    private int cutAt(int position) {
        cut = true;
        return position;
    }

    private static int pointAt(CharSequence text, int i, char c, int length) {
        if (!Character.isSurrogate(c)) {
            return c;
        }
        if (Character.isHighSurrogate(c) && i + 1 < length) {
            char low = text.charAt(i + 1);
            if (Character.isLowSurrogate(low)) {
                return Character.toCodePoint(c, low);
            }
        }
        return '\uFFFD';
    }

    private static int size(int point) {
        if (shorthand(point) != 0) {
            return 2;
        }
        if (isEscaped(point)) {
            return Character.isSupplementaryCodePoint(point) ? 2 * ESCAPE : ESCAPE;
        }
        return plainSize(point);
    }

    private static int plainSize(int point) {
        if (Character.isSupplementaryCodePoint(point)) {
            return 4;
        }
        return point < ASCII ? 1 : point < 0x800 ? 2 : 3;
    }

    private static boolean isEscaped(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** The second character of an escape of two; 0 where there is none. */
    private static int shorthand(int point) {
        return switch (point) {
            case '"', '\\' -> point;
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\t' -> 't';
            default -> 0;
        };
    }

    private static void put(int point, int size, byte[] to, int at) {
        int shorthand = shorthand(point);
        if (shorthand != 0) {
            to[at] = '\\';
            to[at + 1] = (byte) shorthand;
        } else if (size == 2 * ESCAPE) {
            escape(Character.highSurrogate(point), to, at);
            escape(Character.lowSurrogate(point), to, at + ESCAPE);
        } else if (size == ESCAPE) {
            escape(point, to, at);
        } else {
            utf8(point, size, to, at);
        }
    }

    private static void escape(int unit, byte[] to, int at) {
        to[at] = '\\';
        to[at + 1] = 'u';
        for (int i = 0; i < 4; i++) {
            to[at + 2 + i] = HEX[unit >>> (12 - 4 * i) & 15];
        }
    }

    private static void utf8(int point, int size, byte[] to, int at) {
        if (size == 1) {
            to[at] = (byte) point;
            return;
        }
        for (int i = size - 1; i > 0; i--) {
            to[at + i] = (byte) (0x80 | ((point >>> (6 * (size - 1 - i))) & 0x3F));
        }
        int lead = size == 2 ? 0xC0 : size == 3 ? 0xE0 : 0xF0;
        to[at] = (byte) (lead | (point >>> (6 * (size - 1))));
    }
}
