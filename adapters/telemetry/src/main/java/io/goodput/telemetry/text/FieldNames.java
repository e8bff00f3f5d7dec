package io.goodput.telemetry.text;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that were used last, ready to be copied: a record's are mostly those of the one before. */
final class FieldNames {
    /** The most bytes of one, escaped; one that is longer ends there. */
    static final int MOST_BYTES = 128;

    private static final Set<String> OPEN = Set.of("tenant", "client", "request", "error", "status", "resource");
    private static final int SLOTS = 1024;

    private final FieldRules rules;
    private final EscapedText escaped = new EscapedText();
    private final @Nullable FieldName[] slots = new @Nullable FieldName[SLOTS];

    FieldNames(FieldRules rules) {
        this.rules = rules;
    }

    FieldName of(String name) {
        int hash = name.hashCode();
        int slot = (hash ^ hash >>> 10 ^ hash >>> 20) & SLOTS - 1;
        FieldName known = slots[slot];
        if (known != null && known.text().equals(name)) {
            return known;
        }
        FieldName made = make(name);
        slots[slot] = made;
        return made;
    }

    private FieldName make(String name) {
        byte[] bytes = new byte[MOST_BYTES + 3];
        bytes[0] = '"';
        int end = escaped.write(name, bytes, 1, MOST_BYTES);
        bytes[end] = '"';
        bytes[end + 1] = ':';
        return new FieldName(name, Arrays.copyOf(bytes, end + 2), rules.of(name), OPEN.contains(name));
    }
}
