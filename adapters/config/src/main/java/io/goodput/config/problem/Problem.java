package io.goodput.config.problem;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a file.
 *
 * @param place where; null if it is not at any one place, as of a file that does not exist
 * @param key the keys from the root to the value, such as {@code guards.inventory.timeout}; empty if it is none's
 * @param message what is wrong, and what was expected
 */
public record Problem(@Nullable FilePlace place, String key, String message) {
    /** As they stand in the file; what has no place comes first. */
    static final Comparator<Problem> IN_FILE_ORDER = Comparator.comparing(
            Problem::place,
            Comparator.nullsFirst(Comparator.comparingInt(FilePlace::line).thenComparingInt(FilePlace::column)));

    /** For a person: {@code file:line: key: message}, on one line, with control characters escaped. */
    public String text() {
        return text(place == null ? "" : place + ": ");
    }

    /** The same with the column, which editors jump to: {@code file:line:column: key: message}. */
    public String textWithColumn() {
        return text(place == null ? "" : place + ":" + place.column() + ": ");
    }

    private String text(String start) {
        return Echo.escaped(start + (key.isEmpty() ? "" : key + ": ") + message);
    }
}
