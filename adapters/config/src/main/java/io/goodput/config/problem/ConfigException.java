package io.goodput.config.problem;

import org.jspecify.annotations.Nullable;

/** A configuration that cannot be used. Its message names the file, the line, the key and what was expected. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable FilePlace place;

    /** The message is shown to the user as it is. */
    public ConfigException(String message) {
        super(message, null, false, false);
        this.place = null;
    }

    /** The message starts with the place. */
    ConfigException(String message, FilePlace place) {
        super(message, null, false, false);
        this.place = place;
    }

    /** Where the problem is; null if it is not at any one place, as of a file that does not exist. */
    public @Nullable FilePlace place() {
        return place;
    }
}
