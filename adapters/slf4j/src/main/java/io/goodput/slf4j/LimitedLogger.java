package io.goodput.slf4j;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.AbstractLogger;
import org.slf4j.spi.LocationAwareLogger;
import org.slf4j.spi.LoggingEventAware;
import org.slf4j.spi.LoggingEventBuilder;

/** A logger that asks before it passes a line on. Only lines that its logger would write are asked about. */
final class LimitedLogger extends AbstractLogger implements LoggingEventAware {
    @Serial
    private static final long serialVersionUID = 1;

    /** Whose caller is the place of a line: all that is called by its methods is called from there. */
    private static final String CALLED = AbstractLogger.class.getName();

    private final transient Logger logger;
    private final transient LimitedLoggers limits;

    LimitedLogger(Logger logger, LimitedLoggers limits) {
        this.name = logger.getName();
        this.logger = logger;
        this.limits = limits;
    }

    @Override
    protected String getFullyQualifiedCallerName() {
        return CALLED;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            @Nullable String template,
            @Nullable Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        if (template != null
                && !limits.isExempt(marker)
                && !limits.admits(logger, level, template, arguments, thrown)) {
            return;
        }
        if (logger instanceof LocationAwareLogger aware) {
            aware.log(marker, CALLED, level.toInt(), template, arguments, thrown);
        } else {
            write(level, marker == null ? null : List.of(marker), template, arguments, null, thrown);
        }
    }

    @Override
    public void log(LoggingEvent event) {
        String template = event.getMessage();
        List<Marker> markers = event.getMarkers();
        if (template != null
                && (markers == null || markers.stream().noneMatch(limits::isExempt))
                && !limits.admits(logger, event.getLevel(), template, event.getArgumentArray(), event.getThrowable())) {
            return;
        }
        if (logger instanceof LoggingEventAware aware) {
            aware.log(event);
        } else {
            write(
                    event.getLevel(),
                    markers,
                    template,
                    event.getArgumentArray(),
                    event.getKeyValuePairs(),
                    event.getThrowable());
        }
    }

    /** To a logger that has only its plain face. */
    private void write(
            Level level,
            @Nullable List<Marker> markers,
            @Nullable String template,
            @Nullable Object @Nullable [] arguments,
            @Nullable List<KeyValuePair> pairs,
            @Nullable Throwable thrown) {
        LoggingEventBuilder line =
                logger.makeLoggingEventBuilder(level).setMessage(template).setCause(thrown);
        for (Marker marker : markers == null ? List.<Marker>of() : markers) {
            line = line.addMarker(marker);
        }
        for (int i = 0; arguments != null && i < arguments.length; i++) {
            line = line.addArgument(arguments[i]);
        }
        for (KeyValuePair pair : pairs == null ? List.<KeyValuePair>of() : pairs) {
            line = line.addKeyValue(pair.key, pair.value);
        }
        line.log();
    }

    @Override
    public boolean isTraceEnabled() {
        return logger.isTraceEnabled();
    }

    @Override
    public boolean isTraceEnabled(Marker marker) {
        return logger.isTraceEnabled(marker);
    }

    @Override
    public boolean isDebugEnabled() {
        return logger.isDebugEnabled();
    }

    @Override
    public boolean isDebugEnabled(Marker marker) {
        return logger.isDebugEnabled(marker);
    }

    @Override
    public boolean isInfoEnabled() {
        return logger.isInfoEnabled();
    }

    @Override
    public boolean isInfoEnabled(Marker marker) {
        return logger.isInfoEnabled(marker);
    }

    @Override
    public boolean isWarnEnabled() {
        return logger.isWarnEnabled();
    }

    @Override
    public boolean isWarnEnabled(Marker marker) {
        return logger.isWarnEnabled(marker);
    }

    @Override
    public boolean isErrorEnabled() {
        return logger.isErrorEnabled();
    }

    @Override
    public boolean isErrorEnabled(Marker marker) {
        return logger.isErrorEnabled(marker);
    }
}
