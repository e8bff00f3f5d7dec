package io.goodput.config;

/** A configuration that cannot be used. Its message names the file, the line, the key and what was expected. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The message is shown to the user as it is. */
    public ConfigException(String message) {
        super(message, null, false, false);
    }
}
