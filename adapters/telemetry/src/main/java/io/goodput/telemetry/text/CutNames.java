package io.goodput.telemetry.text;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/** The names of what was cut from a record, each once, for a field at its end that always finds room. */
final class CutNames {
    /** The most bytes that {@link #appendTo} writes. */
    static final int MOST_BYTES = 512;

    private static final byte[] BEGIN = "\"cut\":[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MORE = "\"and more\"".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_NAMES = 64;

    private final EscapedText escaped = new EscapedText();
    private final Set<String> names = new LinkedHashSet<>();

    void clear() {
        if (!names.isEmpty()) {
            names.clear();
        }
    }

    void add(String name) {
        if (names.size() <= MOST_NAMES) {
            names.add(name);
        }
    }

    /**
     * Writes the field, with a comma before it where it is not the first, or nothing. Answers the position after it.
     */
    int appendTo(byte[] to, int at) {
        if (names.isEmpty()) {
            return at;
        }
        int start = at;
        if (to[at - 1] != '{') {
            to[start++] = ',';
        }
        int next = put(BEGIN, to, start);
        int end = at + MOST_BYTES - MORE.length - 1;
        for (String name : names) {
            // Two quotes and a comma around it.
            int room = end - next - 3;
            if (room < FieldNames.MOST_BYTES) {
                return close(to, put(MORE, to, next));
            }
            to[next] = '"';
            next = escaped.write(name, to, next + 1, FieldNames.MOST_BYTES);
            to[next++] = '"';
            to[next++] = ',';
        }
        return close(to, next - 1);
    }

    private static int close(byte[] to, int at) {
        to[at] = ']';
        return at + 1;
    }

    private static int put(byte[] what, byte[] to, int at) {
        System.arraycopy(what, 0, to, at, what.length);
        return at + what.length;
    }
}
