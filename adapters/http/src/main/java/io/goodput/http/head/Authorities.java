package io.goodput.http.head;

/**
 * Host and port, as {@code Host}, {@code :authority} and the target of a URL have them: a name of letters, digits and
 * {@code - . _ ~}, an IPv4 address, or an IPv6 address in brackets, and a port from 0 to 65535 if there is a colon. RFC
 * 3986 allows more in a name, user information, per cent signs and sub-delimiters, of which servers make different
 * things.
 */
final class Authorities {
    private static final int LONGEST = 255;
    private static final int HIGHEST_PORT = 65_535;

    private Authorities() {}

    static boolean isWellFormed(String text) {
        if (text.isEmpty() || text.length() > LONGEST + ":65535".length()) {
            return false;
        }
        int end = text.charAt(0) == '[' ? endOfAddress(text) : endOfName(text);
        if (end <= 0) {
            return false;
        }
        return end == text.length() || (text.charAt(end) == ':' && isPort(text, end + 1));
    }

    private static int endOfName(String text) {
        int end = 0;
        while (end < text.length() && NormalPath.isUnreserved(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Behind the bracket; 0 if there is none, or no address before it. Zones and future versions are none. */
    private static int endOfAddress(String text) {
        int colons = 0;
        int i = 1;
        for (; i < text.length() && text.charAt(i) != ']'; i++) {
            char c = text.charAt(i);
            if (c == ':') {
                colons++;
            } else if ((Character.digit(c, 16) < 0 && c != '.') || c > 'f') {
                return 0;
            }
        }
        return i < text.length() && colons >= 2 && colons <= 7 ? i + 1 : 0;
    }

    private static boolean isPort(String text, int from) {
        int digits = text.length() - from;
        if (digits < 1 || digits > 5) {
            return false;
        }
        int port = 0;
        for (int i = from; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            port = port * 10 + digit;
        }
        return port <= HIGHEST_PORT;
    }
}
