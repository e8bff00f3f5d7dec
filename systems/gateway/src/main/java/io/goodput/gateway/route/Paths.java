package io.goodput.gateway.route;

/** Prefixes of paths, in whole segments. */
final class Paths {
    private Paths() {}

    /** Refuses one that is not in the form that the paths of requests have; empty for none is right. */
    static void check(String name, String path) {
        boolean plain = path.isEmpty() || path.charAt(0) == '/';
        for (int i = 0; plain && i < path.length(); i++) {
            char c = path.charAt(i);
            boolean begins = i > 0 && path.charAt(i - 1) == '/';
            plain = c > ' ' && c < 127 && "%?#\\".indexOf(c) < 0 && !(begins && (c == '/' || c == '.'));
        }
        if (!plain) {
            throw new IllegalArgumentException(name + ": " + path
                    + " (expected: a path such as /shop, without encodings, dots or empty segments)");
        }
    }

    static boolean isBelow(String path, String prefix) {
        return path.startsWith(prefix)
                && (path.length() == prefix.length() || prefix.endsWith("/") || path.charAt(prefix.length()) == '/');
    }

    /** The path with another prefix, and one slash where they meet. */
    static String moved(String path, String prefix, String other) {
        String rest = path.substring(prefix.length());
        if (rest.isEmpty()) {
            return other;
        }
        String base = other.endsWith("/") ? other.substring(0, other.length() - 1) : other;
        return rest.startsWith("/") ? base + rest : base + "/" + rest;
    }
}
