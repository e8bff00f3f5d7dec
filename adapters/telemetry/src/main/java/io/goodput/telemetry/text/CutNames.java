package io.goodput.telemetry.text;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** The names of what was cut from a record, each once. */
final class CutNames {
    /** Stands for names that find no room. */
    static final String MORE = "and more";

    private static final int MOST_NAMES = 64;

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

    boolean isEmpty() {
        return names.isEmpty();
    }

    /** In the order in which they were told. */
    Collection<String> names() {
        return names;
    }
}
