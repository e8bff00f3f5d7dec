package io.goodput.telemetry.text;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that were used last, ready to be written: a record's are mostly those of the one before. */
final class FieldNames<N> {
    private static final Set<String> OPEN = Set.of("tenant", "client", "request", "error", "status", "resource");
    private static final int SLOTS = 1024;

    @SuppressWarnings({"unchecked", "rawtypes"}) // Arrays know no type parameters.
    private final @Nullable FieldName<N>[] slots = new @Nullable FieldName[SLOTS];

    @Nullable FieldName<N> find(String name) {
        FieldName<N> known = slots[slot(name)];
        return known != null && known.text().equals(name) ? known : null;
    }

    FieldName<N> keep(String name, N form, Treatment treatment) {
        var made = new FieldName<>(name, form, treatment, OPEN.contains(name));
        slots[slot(name)] = made;
        return made;
    }

    private static int slot(String name) {
        int hash = name.hashCode();
        return (hash ^ hash >>> 10 ^ hash >>> 20) & SLOTS - 1;
    }
}
