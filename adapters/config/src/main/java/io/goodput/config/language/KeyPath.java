package io.goodput.config.language;

import io.goodput.config.problem.Echo;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The way from the root to a node, such as {@code phases[0].rate}; a chain, so that 100,000 nodes share their starts.
 */
record KeyPath(@Nullable KeyPath parent, String step) {
    private static final int LONGEST = 300;
    private static final Pattern PATH = Pattern.compile("[^.\\[\\]\"\\s]+(\\.[^.\\[\\]\"\\s]+|\\[\\d{1,4}])*");

    static final KeyPath ROOT = new KeyPath(null, "");

    KeyPath key(String key) {
        // A key that would read as two, or that is long or odd, is quoted.
        boolean plain = !key.isEmpty() && key.codePoints().noneMatch(c -> ".[]\" ".indexOf(c) >= 0);
        var shown = plain ? Echo.of(key) : '"' + Echo.of(key) + '"';
        return new KeyPath(this, parent == null ? shown : "." + shown);
    }

    int depth() {
        int depth = 0;
        for (KeyPath at = parent; at != null; at = at.parent) {
            depth++;
        }
        return depth;
    }

    KeyPath item(int index) {
        return new KeyPath(this, "[" + index + "]");
    }

    /**
     * The steps of a path: keys, and the numbers of items in brackets.
     *
     * @throws IllegalArgumentException if it is not one
     */
    static List<String> steps(String path) {
        if (path.length() > LONGEST || !PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    Echo.of(path) + ": not a path of keys (expected: such as clients.users.rate or faults[0].share)");
        }
        return List.of(path.replace("[", ".[").split("\\.", -1));
    }

    @Override
    public String toString() {
        return parent == null ? step : parent + step;
    }
}
