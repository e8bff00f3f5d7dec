package io.goodput.http.head;

import org.jspecify.annotations.Nullable;

/**
 * A path in the one form that rules are matched with and that is passed on, so that nobody behind sees another one (RFC
 * 3986, 6.2.2, and stricter):
 *
 * <ul>
 *   <li>encoded letters, digits and {@code - . _ ~} are decoded, once, and other encodings are in upper case;
 *   <li>dot segments are removed; one that would lead above the root is refused;
 *   <li>empty segments are removed: {@code //} is {@code /};
 *   <li>{@code %2F} and {@code %5C} stay as they are, part of their segment, unless a server that decodes them would
 *       find a dot segment, and so do parameters ({@code ..;x}): those are refused;
 *   <li>a backslash, {@code %00} and a per cent sign without two digits are refused.
 * </ul>
 */
final class NormalPath {
    private final String raw;
    private final int end;
    private final StringBuilder path;
    private @Nullable HeadFault fault;

    private NormalPath(String raw, int from, int end) {
        this.raw = raw;
        this.end = end;
        this.path = new StringBuilder(end - from);
        for (int at = from; at < end && fault == null; ) {
            at = segment(at + 1);
        }
    }

    /** Most paths are normal, and cost nothing. */
    static boolean isPlain(String text, int from, int end) {
        char before = 0;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            boolean odd = c == '%' || c == '\\' || (before == '/' && (c == '/' || c == '.'));
            if (odd) {
                return false;
            }
            before = c;
        }
        return true;
    }

    /**
     * Of a part of the text, which begins with a slash.
     *
     * @param end before the query
     */
    static NormalPath of(String text, int from, int end) {
        return new NormalPath(text, from, end);
    }

    /** Null if there is a path. */
    @Nullable HeadFault fault() {
        return fault;
    }

    @Override
    public String toString() {
        return path.isEmpty() ? "/" : path.toString();
    }

    /** One segment, whose slash is behind us; gives back where the next slash is. */
    private int segment(int from) {
        int start = path.length();
        path.append('/');
        int at = from;
        while (at < end && raw.charAt(at) != '/' && fault == null) {
            at = character(at);
        }
        if (fault == null) {
            settle(start, at == end);
        }
        return at;
    }

    private int character(int at) {
        char c = raw.charAt(at);
        if (c == '\\') {
            fault = HeadFault.PATH_BACKSLASH;
            return at;
        }
        if (c != '%') {
            path.append(c);
            return at + 1;
        }
        int value = at + 2 < end ? (hex(raw.charAt(at + 1)) << 4) | hex(raw.charAt(at + 2)) : -1;
        if (value <= 0) {
            fault = HeadFault.PATH_ENCODING;
        } else if (isUnreserved(value)) {
            path.append((char) value);
        } else {
            path.append('%').append(digit(value >> 4)).append(digit(value & 15));
        }
        return at + 3;
    }

    /** The segment is whole: does it stay? An empty last one does, as the slash at the end. */
    private void settle(int start, boolean last) {
        int length = path.length() - start - 1;
        if (isDots(start + 1, path.length())) {
            path.setLength(start);
            if (length == 2 && !leave(start)) {
                return;
            }
            if (last) {
                path.append('/');
            }
        } else if (length == 0) {
            path.setLength(last ? start + 1 : start);
        } else if (hidesDots(start + 1)) {
            fault = HeadFault.PATH_HIDDEN_DOTS;
        }
    }

    private boolean leave(int start) {
        if (start == 0) {
            fault = HeadFault.PATH_ABOVE_ROOT;
            return false;
        }
        path.setLength(path.lastIndexOf("/"));
        return true;
    }

    private boolean isDots(int from, int to) {
        int length = to - from;
        return (length == 1 || length == 2) && path.charAt(from) == '.' && path.charAt(to - 1) == '.';
    }

    /** Whether a part between encoded slashes, without its parameters, is a dot segment. */
    private boolean hidesDots(int start) {
        int from = start;
        int to = start;
        boolean parameters = false;
        for (int i = start; i <= path.length(); ) {
            boolean over = i == path.length();
            boolean slash = !over && isEncodedSlash(i);
            if (over || slash) {
                if (isDots(from, parameters ? to : i)) {
                    return true;
                }
                i += 3;
                from = i;
                parameters = false;
            } else {
                if (path.charAt(i) == ';' && !parameters) {
                    parameters = true;
                    to = i;
                }
                i++;
            }
        }
        return false;
    }

    private boolean isEncodedSlash(int at) {
        if (path.charAt(at) != '%') {
            return false;
        }
        char first = path.charAt(at + 1);
        char second = path.charAt(at + 2);
        return (first == '2' && second == 'F') || (first == '5' && second == 'C');
    }

    /** RFC 3986, 2.3. */
    static boolean isUnreserved(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._~".indexOf(c) >= 0;
    }

    private static int hex(char c) {
        return c <= 'f' ? Character.digit(c, 16) : -1;
    }

    private static char digit(int value) {
        return "0123456789ABCDEF".charAt(value);
    }
}
