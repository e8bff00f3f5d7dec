package io.goodput.server.log;

import java.util.logging.Level;

/** Levels of {@link System.Logger} and those of {@code java.util.logging} in which they arrive. */
final class LogLevels {
    private LogLevels() {}

    static Level of(System.Logger.Level level) {
        return switch (level) {
            case ALL -> Level.ALL;
            case TRACE -> Level.FINER;
            case DEBUG -> Level.FINE;
            case INFO -> Level.INFO;
            case WARNING -> Level.WARNING;
            case ERROR -> Level.SEVERE;
            case OFF -> Level.OFF;
        };
    }

    /** The highest that is not above it. */
    static System.Logger.Level of(Level level) {
        int value = level.intValue();
        if (value >= Level.SEVERE.intValue()) {
            return System.Logger.Level.ERROR;
        }
        if (value >= Level.WARNING.intValue()) {
            return System.Logger.Level.WARNING;
        }
        if (value >= Level.CONFIG.intValue()) {
            return System.Logger.Level.INFO;
        }
        return value >= Level.FINE.intValue() ? System.Logger.Level.DEBUG : System.Logger.Level.TRACE;
    }
}
