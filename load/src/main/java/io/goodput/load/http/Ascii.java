package io.goodput.load.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;

/** Looks at bytes that are text. Ranges have their start and not their end. */
final class Ascii {
    /** So many digits fit a long, whatever they are. */
    private static final int MOST_DIGITS = 15;

    private Ascii() {}

    static boolean startsWith(byte[] data, int from, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (data[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Text in lower case, of the length of the range. */
    static boolean equalsIgnoreCase(byte[] data, int from, int to, String text) {
        for (int i = from; i < to; i++) {
            int letter = data[i] >= 'A' && data[i] <= 'Z' ? data[i] + ('a' - 'A') : data[i];
            if (letter != text.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }

    static String lowerCase(byte[] data, int from, int to) {
        return new String(data, from, to - from, ISO_8859_1).strip().toLowerCase(Locale.ROOT);
    }

    static int afterBlanks(byte[] data, int from, int to) {
        int at = from;
        while (at < to && (data[at] == ' ' || data[at] == '\t')) {
            at++;
        }
        return at;
    }

    static int beforeBlanks(byte[] data, int from, int to) {
        int at = to;
        while (at > from && (data[at - 1] == ' ' || data[at - 1] == '\t')) {
            at--;
        }
        return at;
    }

    /** What the digits stand for; -1 if they are none, or too many. */
    static long number(byte[] data, int from, int to, int radix) {
        if (from == to || to - from > MOST_DIGITS) {
            return -1;
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = data[i] < 0 ? -1 : Character.digit((char) data[i], radix);
            if (digit < 0) {
                return -1;
            }
            number = number * radix + digit;
        }
        return number;
    }
}
