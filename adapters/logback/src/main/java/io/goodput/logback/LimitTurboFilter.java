package io.goodput.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.spi.FilterReply;
import io.goodput.Ticker;
import io.goodput.logging.HeldBack;
import io.goodput.logging.LogDecision;
import io.goodput.logging.LogLimiter;
import io.goodput.logging.LogLimiter.Settings;
import io.goodput.logging.LogLimiterSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.LoggingEvent;

/**
 * Limits lines that are alike, as {@link LogLimiter} says, and tells how many were held back and what the latest was:
 * by the logger and at the level of those, to the same appenders.
 *
 * <pre>{@code
 * <turboFilter class="io.goodput.logback.LimitTurboFilter">
 *   <burst>10</burst>
 *   <perSecond>1</perSecond>
 *   <intervalSeconds>10</intervalSeconds>
 *   <maxKinds>1000</maxKinds>
 *   <exempt>AUDIT</exempt>
 * </turboFilter>
 * }</pre>
 *
 * <p>All of these have defaults, {@link Settings#STANDARD}, and no marker is exempt. What makes no sense is an error in
 * Logback's status, and nothing is limited. Lines below their logger's level are none of its business; a filter behind
 * this one that denies a line does so after it was counted.
 */
public final class LimitTurboFilter extends TurboFilter {
    /** What it was told is told at the end of an interval, or up to this share of one later. */
    private static final int LOOKS_IN_AN_INTERVAL = 10;

    private static final double NANOS = 1e9;

    private final Ticker ticker;
    private final Set<String> exempt = new CopyOnWriteArraySet<>();
    private int burst = Settings.STANDARD.burst();
    private double perSecond = Settings.STANDARD.perSecond();
    private Duration interval = Settings.STANDARD.interval();
    private int maxKinds = Settings.STANDARD.maxKinds();

    /** Null unless it is started. */
    private volatile @Nullable LogLimiter<Logger> limiter;

    private @Nullable ScheduledFuture<?> looking;

    /** With standard settings, until told otherwise. */
    public LimitTurboFilter() {
        this(Ticker.system());
    }

    LimitTurboFilter(Ticker ticker) {
        this.ticker = ticker;
    }

    /** How many lines of a kind are written at once. */
    public void setBurst(int burst) {
        this.burst = burst;
    }

    /** How many are written in a second from then on. */
    public void setPerSecond(double perSecond) {
        this.perSecond = perSecond;
    }

    /** After how many seconds is told how many were held back, if none was written since. */
    public void setIntervalSeconds(double seconds) {
        this.interval = Duration.ofNanos((long) (seconds * NANOS));
    }

    /** How many kinds of lines are kept apart. */
    public void setMaxKinds(int maxKinds) {
        this.maxKinds = maxKinds;
    }

    /** The name of a marker whose lines are written, however many. May be told several times. */
    public void addExempt(String marker) {
        exempt.add(marker);
    }

    /** What it has done; null if it is not started. */
    public @Nullable LogLimiterSnapshot snapshot() {
        LogLimiter<Logger> current = limiter;
        return current == null ? null : current.snapshot();
    }

    @Override
    public void start() {
        Context within = getContext();
        if (isStarted()) {
            return;
        }
        try {
            var settings = new Settings(burst, perSecond, interval, maxKinds);
            long look = settings.interval().toNanos() / LOOKS_IN_AN_INTERVAL;
            limiter = new LogLimiter<>(settings);
            looking = within.getScheduledExecutorService()
                    .scheduleWithFixedDelay(this::tellDue, look, look, TimeUnit.NANOSECONDS);
        } catch (IllegalArgumentException senseless) {
            addError("limits nothing: " + senseless.getMessage());
            return;
        }
        // Stopped before the appenders are taken away, not after.
        within.register(this);
        super.start();
    }

    /** Tells the rest, while there are appenders to tell it to. */
    @Override
    public void stop() {
        LogLimiter<Logger> last = limiter;
        if (last == null) {
            return;
        }
        limiter = null;
        if (looking != null) {
            looking.cancel(false);
        }
        super.stop();
        tell(last.rest(ticker.nanos()));
    }

    /** Tells what is due. */
    void tellDue() {
        LogLimiter<Logger> current = limiter;
        if (current != null) {
            tell(current.due(ticker.nanos()));
        }
    }

    private static void tell(List<HeldBack<Logger>> all) {
        all.forEach(LimitTurboFilter::tell);
    }

    private static void tell(HeldBack<Logger> lines) {
        Logger logger = lines.place();
        Level level = LogbackLevels.ofLogback(lines.level());
        logger.callAppenders(
                new ch.qos.logback.classic.spi.LoggingEvent(Logger.FQCN, logger, level, lines.text(), null, null));
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            @Nullable Object @Nullable [] params,
            @Nullable Throwable thrown) {
        // Without a text, somebody asks whether the level is enabled.
        if (format == null || isExempt(marker)) {
            return FilterReply.NEUTRAL;
        }
        return decide(logger, level, format, params, thrown == null ? throwableOf(params) : thrown);
    }

    @Override
    public FilterReply decide(Logger logger, LoggingEvent event) {
        String format = event.getMessage();
        List<Marker> markers = event.getMarkers();
        if (format == null || (markers != null && markers.stream().anyMatch(this::isExempt))) {
            return FilterReply.NEUTRAL;
        }
        Level level = Level.convertAnSLF4JLevel(event.getLevel());
        return decide(logger, level, format, event.getArgumentArray(), event.getThrowable());
    }

    private FilterReply decide(
            Logger logger,
            Level level,
            String format,
            @Nullable Object @Nullable [] params,
            @Nullable Throwable thrown) {
        LogLimiter<Logger> current = limiter;
        if (current == null || level.toInt() < logger.getEffectiveLevel().toInt()) {
            return FilterReply.NEUTRAL;
        }
        return switch (current.decide(logger, LogbackLevels.ofSystem(level), format, thrown, ticker.nanos())) {
            case LogDecision.Through<Logger>(var before) -> {
                if (before != null) {
                    tell(before);
                }
                yield FilterReply.NEUTRAL;
            }
            case LogDecision.Held<Logger> held -> {
                held.latest(logger, format, params, thrown);
                yield FilterReply.DENY;
            }
        };
    }

    private boolean isExempt(@Nullable Marker marker) {
        return marker != null && !exempt.isEmpty() && exempt.contains(marker.getName());
    }

    /** As SLF4J has it: an error may be the last of the arguments. */
    private static @Nullable Throwable throwableOf(@Nullable Object @Nullable [] params) {
        return params != null && params.length > 0 && params[params.length - 1] instanceof Throwable last ? last : null;
    }
}
