package io.goodput.log4j;

import io.goodput.Ticker;
import io.goodput.logging.HeldBack;
import io.goodput.logging.LogDecision;
import io.goodput.logging.LogLimiter;
import io.goodput.logging.LogLimiter.Settings;
import io.goodput.logging.LogLimiterSnapshot;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Marker;
import org.apache.logging.log4j.MarkerManager;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.message.SimpleMessage;
import org.jspecify.annotations.Nullable;

/** The lines of one configuration: asks what is to be done with each, and writes what there is to tell of others. */
final class HeldLines {
    /** What is held back is told at the end of an interval, or up to this share of one later. */
    private static final int LOOKS_IN_AN_INTERVAL = 10;

    /** Of what is told here, so that it is not asked about again. */
    private static final Marker TOLD = new MarkerManager.Log4jMarker("GOODPUT_HELD_BACK");

    private final LogLimiter<String> limiter;
    private final Set<String> exempt;
    private final Configuration configuration;
    private final Ticker ticker;
    private @Nullable ScheduledFuture<?> looking;

    HeldLines(Settings settings, Set<String> exempt, Configuration configuration, Ticker ticker) {
        this.limiter = new LogLimiter<>(settings);
        this.exempt = Set.copyOf(exempt);
        this.configuration = configuration;
        this.ticker = ticker;
        configuration.getScheduler().incrementScheduledItems();
    }

    void start() {
        long look = limiter.settings().interval().toNanos() / LOOKS_IN_AN_INTERVAL;
        looking = configuration.getScheduler().scheduleWithFixedDelay(this::tellDue, look, look, TimeUnit.NANOSECONDS);
    }

    void stop() {
        if (looking != null) {
            looking.cancel(false);
        }
        configuration.getScheduler().decrementScheduledItems();
        tell(limiter.rest(ticker.nanos()));
    }

    LogLimiterSnapshot snapshot() {
        return limiter.snapshot();
    }

    /** A marker is exempt if it, or one above it, is called so. */
    boolean isExempt(@Nullable Marker marker) {
        return marker != null && (marker.equals(TOLD) || (!exempt.isEmpty() && isCalledSo(marker)));
    }

    private boolean isCalledSo(Marker marker) {
        for (String name : exempt) {
            if (marker.isInstanceOf(name)) {
                return true;
            }
        }
        return false;
    }

    /** Null if it is to be written. What there is to tell before it has been told then. */
    LogDecision.@Nullable Held<String> decide(String logger, Level level, String template, @Nullable Throwable thrown) {
        return switch (limiter.decide(logger, systemLevel(level), template, thrown, ticker.nanos())) {
            case LogDecision.Through<String>(var before) -> {
                if (before != null) {
                    tell(before);
                }
                yield null;
            }
            case LogDecision.Held<String> held -> held;
        };
    }

    /** Tells what is due. */
    void tellDue() {
        tell(limiter.due(ticker.nanos()));
    }

    private void tell(List<HeldBack<String>> all) {
        all.forEach(this::tell);
    }

    private void tell(HeldBack<String> lines) {
        String logger = lines.place();
        configuration
                .getLoggerConfig(logger)
                .log(
                        logger,
                        HeldLines.class.getName(),
                        TOLD,
                        log4jLevel(lines.level()),
                        new SimpleMessage(lines.text()),
                        null);
    }

    /** Levels of one's own count as the standard one below them; a level's number is the lower, the worse it is. */
    private static System.Logger.Level systemLevel(Level level) {
        return switch (level.getStandardLevel()) {
            case OFF, FATAL, ERROR -> System.Logger.Level.ERROR;
            case WARN -> System.Logger.Level.WARNING;
            case INFO -> System.Logger.Level.INFO;
            case DEBUG -> System.Logger.Level.DEBUG;
            case TRACE, ALL -> System.Logger.Level.TRACE;
        };
    }

    private static Level log4jLevel(System.Logger.Level level) {
        return switch (level) {
            case ERROR, OFF -> Level.ERROR;
            case WARNING -> Level.WARN;
            case INFO -> Level.INFO;
            case DEBUG -> Level.DEBUG;
            case TRACE, ALL -> Level.TRACE;
        };
    }
}
