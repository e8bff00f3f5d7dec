package io.goodput.config.language;

import org.jspecify.annotations.Nullable;

/**
 * Where a file finds what it calls {@code ${NAME}}: {@code System::getenv}, {@code map::get}, or nowhere. A file is
 * given one when it is read, and knows no other.
 *
 * <p>{@code ${NAME}} stands for what the variable is set to and {@code ${NAME:default}} for the default where it is not
 * set; with another {@code $} before it, it stands for itself. It stands for a value or a part of one, in quotes or
 * without, but neither for a key nor for a list or a block, and not within another. What comes out is read as if it had
 * been written there.
 */
@FunctionalInterface
public interface Environment {
    /** Nothing is set, so that a file means the same wherever it is read: its defaults. */
    Environment NONE = new Environment() {
        @Override
        public @Nullable String get(String name) {
            return null;
        }

        @Override
        public String absence() {
            return "is not set: this file is read without an environment, so as to mean the same everywhere";
        }
    };

    /** What a variable is set to, or null if it is not set. */
    @Nullable String get(String name);

    /** What a message says of a variable that is not set. */
    default String absence() {
        return "is not set";
    }

    /** That of this process. */
    static Environment system() {
        return System::getenv;
    }
}
