package io.goodput.logging;

/**
 * A number that stands for a template, whatever numbers and names were put into it: {@code order 17 of 'ann' failed}
 * has that of {@code order 18 of 'bob' failed}. A word with a digit in it counts as a number; so does what is joined to
 * one by a dot, a colon or a dash, if it has a digit, too, or is hexadecimal (an address, an instant, a UUID). What
 * stands between quotation marks counts as a name.
 *
 * <p>It looks at the first {@value #MOST} characters, and makes nothing. Should two templates have one number, which
 * hardly ever happens, their lines are taken for alike.
 */
final class Fingerprint {
    static final int MOST = 256;

    private static final char MASK = '#';
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    /** Letters of a word that, joined to a number, is taken for hexadecimal. */
    private static final int LEAST_HEX = 4;

    private Fingerprint() {}

    static long of(String text) {
        int end = Math.min(text.length(), MOST);
        long hash = 0;
        for (int i = 0; i < end; ) {
            int to = token(text, i, end);
            if (to < 0) {
                hash = mixed(hash, MASK);
                i = ~to;
            } else {
                while (i < to) {
                    hash = mixed(hash, text.charAt(i++));
                }
            }
        }
        return hash ^ (hash >>> 32);
    }

    private static long mixed(long hash, char c) {
        return (Long.rotateLeft(hash, 5) ^ c) * SPREAD;
    }

    /** Where that ends which begins here; its complement if it counts as a number or a name. */
    private static int token(String text, int from, int end) {
        char c = text.charAt(from);
        if (isWord(c)) {
            int to = wordEnd(text, from, end);
            return hasDigit(text, from, to) ? ~numberEnd(text, to, end) : to;
        }
        boolean opens = (c == '\'' || c == '"') && (from == 0 || !isWord(text.charAt(from - 1)));
        int closing = opens ? text.indexOf(c, from + 1, end) : -1;
        return closing < 0 ? from + 1 : ~(closing + 1);
    }

    private static int wordEnd(String text, int from, int end) {
        int to = from + 1;
        while (to < end && isWord(text.charAt(to))) {
            to++;
        }
        return to;
    }

    private static int numberEnd(String text, int from, int end) {
        int to = from;
        while (to + 1 < end && isJoint(text.charAt(to)) && isWord(text.charAt(to + 1))) {
            int next = wordEnd(text, to + 1, end);
            if (!hasDigit(text, to + 1, next) && !isHex(text, to + 1, next)) {
                break;
            }
            to = next;
        }
        return to;
    }

    private static boolean hasDigit(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return to - from >= LEAST_HEX;
    }

    private static boolean isJoint(char c) {
        return c == '.' || c == ':' || c == '-';
    }

    private static boolean isWord(char c) {
        return isLatin(c) || isDigit(c) || c == '_' || (c >= 128 && Character.isLetterOrDigit(c));
    }

    private static boolean isLatin(char c) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
