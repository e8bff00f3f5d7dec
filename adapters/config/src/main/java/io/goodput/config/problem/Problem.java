package io.goodput.config.problem;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a file.
 *
 * @param place where; null if it is not at any one place, as of a file that does not exist
 * @param key the keys from the root to the value, such as {@code guards.inventory.timeout}; empty if it is none's
 * @param message what is wrong, and what was expected
 */
public record Problem(@Nullable FilePlace place, String key, String message) {
    /** For a person: {@code file:line:column: key: message}, on one line, with control characters escaped. */
    public String text() {
        return Echo.escaped((place == null ? "" : place + ": ") + (key.isEmpty() ? "" : key + ": ") + message);
    }
}
