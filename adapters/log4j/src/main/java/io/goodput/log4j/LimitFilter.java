package io.goodput.log4j;

import io.goodput.Ticker;
import io.goodput.logging.LogDecision;
import io.goodput.logging.LogLimiter.Settings;
import io.goodput.logging.LogLimiterSnapshot;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Marker;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Node;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginBuilderFactory;
import org.apache.logging.log4j.core.filter.AbstractFilter;
import org.apache.logging.log4j.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Limits lines that are alike, as {@link io.goodput.logging.LogLimiter} says, and tells how many were held back and
 * what the latest was: by the logger and at the level of those. Below {@code <Configuration>} it limits what all
 * loggers are told, before anything is made for it:
 *
 * <pre>{@code
 * <GoodputLimit burst="10" perSecond="1" intervalSeconds="10" maxKinds="1000" exempt="AUDIT"/>
 * }</pre>
 *
 * <p>All attributes have defaults, {@link Settings#STANDARD}, and no marker is exempt; several are separated by commas.
 * What makes no sense is an error in Log4j's status, and nothing is limited. Within an appender or a logger it limits
 * only theirs, and what it tells is told to all appenders of the logger. Levels above {@code ERROR} count as it. Lines
 * below their logger's level are none of its business.
 */
@Plugin(name = "GoodputLimit", category = Node.CATEGORY, elementType = Filter.ELEMENT_TYPE, printObject = true)
public final class LimitFilter extends AbstractFilter {
    private final HeldLines lines;

    LimitFilter(Settings settings, Set<String> exempt, Configuration configuration, Ticker ticker) {
        super(Result.NEUTRAL, Result.DENY);
        this.lines = new HeldLines(settings, exempt, configuration, ticker);
    }

    /** One with standard settings, until told otherwise. */
    @PluginBuilderFactory
    public static LimitFilterBuilder newBuilder() {
        return new LimitFilterBuilder();
    }

    /** What it has done. */
    public LogLimiterSnapshot snapshot() {
        return lines.snapshot();
    }

    @Override
    public void start() {
        lines.start();
        super.start();
    }

    /** Tells the rest, while there are appenders to tell it to. */
    @Override
    public boolean stop(long timeout, TimeUnit unit) {
        boolean stopped = super.stop(timeout, unit);
        lines.stop();
        return stopped;
    }

    /** Tells what is due. */
    void tellDue() {
        lines.tellDue();
    }

    @Override
    public Result filter(LogEvent event) {
        Message message = event.getMessage();
        return lines.isExempt(event.getMarker())
                ? onMatch
                : decide(
                        event.getLoggerName(),
                        event.getLevel(),
                        MessageTemplates.of(message),
                        event.getThrown(),
                        message);
    }

    @Override
    public Result filter(
            Logger logger,
            Level level,
            @Nullable Marker marker,
            @Nullable Message message,
            @Nullable Throwable thrown) {
        return message == null || isNoBusiness(logger, level, marker)
                ? onMatch
                : decide(logger.getName(), level, MessageTemplates.of(message), thrown, message);
    }

    @Override
    public Result filter(
            Logger logger, Level level, @Nullable Marker marker, @Nullable Object message, @Nullable Throwable thrown) {
        return message == null || isNoBusiness(logger, level, marker)
                ? onMatch
                : decide(logger.getName(), level, MessageTemplates.of(message), thrown, message);
    }

    /** Whose message is made text only if it is held back. */
    private Result decide(String logger, Level level, String template, @Nullable Throwable thrown, Object message) {
        LogDecision.Held<String> held = lines.decide(logger, level, template, thrown);
        if (held == null) {
            return onMatch;
        }
        held.latest(logger, MessageTemplates.text(message), null, thrown);
        return onMismatch;
    }

    @Override
    public Result filter(
            Logger logger,
            Level level,
            @Nullable Marker marker,
            @Nullable String message,
            @Nullable Object @Nullable ... params) {
        Object last = params == null || params.length == 0 ? null : params[params.length - 1];
        LogDecision.Held<String> held = decide(logger, level, marker, message, last);
        return held == null ? onMatch : deny(held, logger, message, last, params);
    }

    @Override
    public Result filter(
            Logger logger, Level level, @Nullable Marker marker, @Nullable String message, @Nullable Object p0) {
        LogDecision.Held<String> held = decide(logger, level, marker, message, p0);
        return held == null ? onMatch : deny(held, logger, message, p0, p0);
    }

    @Override
    public Result filter(
            Logger logger,
            Level level,
            @Nullable Marker marker,
            @Nullable String message,
            @Nullable Object p0,
            @Nullable Object p1) {
        LogDecision.Held<String> held = decide(logger, level, marker, message, p1);
        return held == null ? onMatch : deny(held, logger, message, p1, p0, p1);
    }

    @Override
    public Result filter(
            Logger logger,
            Level level,
            @Nullable Marker marker,
            @Nullable String message,
            @Nullable Object p0,
            @Nullable Object p1,
            @Nullable Object p2) {
        LogDecision.Held<String> held = decide(logger, level, marker, message, p2);
        return held == null ? onMatch : deny(held, logger, message, p2, p0, p1, p2);
    }

    @Override
    public Result filter(
            Logger logger,
            Level level,
            @Nullable Marker marker,
            @Nullable String message,
            @Nullable Object p0,
            @Nullable Object p1,
            @Nullable Object p2,
            @Nullable Object p3) {
        LogDecision.Held<String> held = decide(logger, level, marker, message, p3);
        return held == null ? onMatch : deny(held, logger, message, p3, p0, p1, p2, p3);
    }

    @Override
    public Result filter(
            Logger logger,
            Level level,
            @Nullable Marker marker,
            @Nullable String message,
            @Nullable Object p0,
            @Nullable Object p1,
            @Nullable Object p2,
            @Nullable Object p3,
            @Nullable Object p4) {
        LogDecision.Held<String> held = decide(logger, level, marker, message, p4);
        return held == null ? onMatch : deny(held, logger, message, p4, p0, p1, p2, p3, p4);
    }

    @Override
    public Result filter(
            Logger logger,
            Level level,
            @Nullable Marker marker,
            @Nullable String message,
            @Nullable Object p0,
            @Nullable Object p1,
            @Nullable Object p2,
            @Nullable Object p3,
            @Nullable Object p4,
            @Nullable Object p5) {
        LogDecision.Held<String> held = decide(logger, level, marker, message, p5);
        return held == null ? onMatch : deny(held, logger, message, p5, p0, p1, p2, p3, p4, p5);
    }

    @Override
    public Result filter(
            Logger logger,
            Level level,
            @Nullable Marker marker,
            @Nullable String message,
            @Nullable Object p0,
            @Nullable Object p1,
            @Nullable Object p2,
            @Nullable Object p3,
            @Nullable Object p4,
            @Nullable Object p5,
            @Nullable Object p6) {
        LogDecision.Held<String> held = decide(logger, level, marker, message, p6);
        return held == null ? onMatch : deny(held, logger, message, p6, p0, p1, p2, p3, p4, p5, p6);
    }

    @Override
    public Result filter(
            Logger logger,
            Level level,
            @Nullable Marker marker,
            @Nullable String message,
            @Nullable Object p0,
            @Nullable Object p1,
            @Nullable Object p2,
            @Nullable Object p3,
            @Nullable Object p4,
            @Nullable Object p5,
            @Nullable Object p6,
            @Nullable Object p7) {
        LogDecision.Held<String> held = decide(logger, level, marker, message, p7);
        return held == null ? onMatch : deny(held, logger, message, p7, p0, p1, p2, p3, p4, p5, p6, p7);
    }

    @Override
    public Result filter(
            Logger logger,
            Level level,
            @Nullable Marker marker,
            @Nullable String message,
            @Nullable Object p0,
            @Nullable Object p1,
            @Nullable Object p2,
            @Nullable Object p3,
            @Nullable Object p4,
            @Nullable Object p5,
            @Nullable Object p6,
            @Nullable Object p7,
            @Nullable Object p8) {
        LogDecision.Held<String> held = decide(logger, level, marker, message, p8);
        return held == null ? onMatch : deny(held, logger, message, p8, p0, p1, p2, p3, p4, p5, p6, p7, p8);
    }

    @Override
    public Result filter(
            Logger logger,
            Level level,
            @Nullable Marker marker,
            @Nullable String message,
            @Nullable Object p0,
            @Nullable Object p1,
            @Nullable Object p2,
            @Nullable Object p3,
            @Nullable Object p4,
            @Nullable Object p5,
            @Nullable Object p6,
            @Nullable Object p7,
            @Nullable Object p8,
            @Nullable Object p9) {
        LogDecision.Held<String> held = decide(logger, level, marker, message, p9);
        return held == null ? onMatch : deny(held, logger, message, p9, p0, p1, p2, p3, p4, p5, p6, p7, p8, p9);
    }

    /** Null if it is to be written, or none of the filter's business. Makes nothing, not even an array of arguments. */
    private LogDecision.@Nullable Held<String> decide(
            Logger logger, Level level, @Nullable Marker marker, @Nullable String message, @Nullable Object last) {
        return message == null || isNoBusiness(logger, level, marker)
                ? null
                : lines.decide(logger.getName(), level, message, thrown(last));
    }

    private Result deny(
            LogDecision.Held<String> held,
            Logger logger,
            @Nullable String message,
            @Nullable Object last,
            @Nullable Object @Nullable ... params) {
        held.latest(logger.getName(), String.valueOf(message), params, thrown(last));
        return onMismatch;
    }

    /** As Log4j has it: an error may be the last of the arguments. */
    private static @Nullable Throwable thrown(@Nullable Object last) {
        return last instanceof Throwable thrown ? thrown : null;
    }

    /** Filters are asked before levels are. */
    private boolean isNoBusiness(Logger logger, Level level, @Nullable Marker marker) {
        return level.intLevel() > logger.getLevel().intLevel() || lines.isExempt(marker);
    }
}
