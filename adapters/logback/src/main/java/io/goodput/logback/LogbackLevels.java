package io.goodput.logback;

import ch.qos.logback.classic.Level;

/** Logback's levels and the JDK's. */
final class LogbackLevels {
    private LogbackLevels() {}

    static System.Logger.Level ofSystem(Level level) {
        return switch (level.toInt()) {
            case Level.ERROR_INT -> System.Logger.Level.ERROR;
            case Level.WARN_INT -> System.Logger.Level.WARNING;
            case Level.INFO_INT -> System.Logger.Level.INFO;
            case Level.DEBUG_INT -> System.Logger.Level.DEBUG;
            default -> System.Logger.Level.TRACE;
        };
    }

    static Level ofLogback(System.Logger.Level level) {
        return switch (level) {
            case ERROR, OFF -> Level.ERROR;
            case WARNING -> Level.WARN;
            case INFO -> Level.INFO;
            case DEBUG -> Level.DEBUG;
            case TRACE, ALL -> Level.TRACE;
        };
    }
}
