package io.goodput.slf4j;

import io.goodput.Ticker;
import io.goodput.logging.HeldBack;
import io.goodput.logging.LogDecision;
import io.goodput.logging.LogLimiter;
import io.goodput.logging.LogLimiter.Settings;
import io.goodput.logging.LogLimiterSnapshot;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;

/**
 * Loggers that limit lines that are alike, as {@link LogLimiter} says, whatever writes them; and tell how many were
 * held back and what the latest was, by the logger and at the level of those:
 *
 * <pre>{@code
 * private static final LimitedLoggers LOGGERS = new LimitedLoggers(Settings.STANDARD);
 * private static final Logger LOG = LOGGERS.getLogger(Orders.class);
 * }</pre>
 *
 * <p>Where the framework can be configured, its own filter limits the lines of all: that is {@code goodput-logback} or
 * {@code goodput-log4j}. Used together with one, a line is counted twice.
 */
public final class LimitedLoggers implements ILoggerFactory, AutoCloseable {
    /** What is held back is told at the end of an interval, or up to this share of one later. */
    private static final int LOOKS_IN_AN_INTERVAL = 10;

    private final ILoggerFactory loggers;
    private final Ticker ticker;
    private final Set<String> exempt;
    private final LogLimiter<Logger> limiter;
    private final ConcurrentHashMap<String, LimitedLogger> known = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("goodput-limited-loggers").factory());

    /** Around the loggers of {@link LoggerFactory}. No marker is exempt. */
    public LimitedLoggers(Settings settings) {
        this(settings, Set.of());
    }

    /**
     * The same, but for lines with a marker of one of these names: they are written, however many.
     *
     * @param exempt names; those that a marker refers to do not count
     */
    public LimitedLoggers(Settings settings, Set<String> exempt) {
        this(settings, exempt, LoggerFactory.getILoggerFactory(), Ticker.system());
    }

    LimitedLoggers(Settings settings, Set<String> exempt, ILoggerFactory loggers, Ticker ticker) {
        this.limiter = new LogLimiter<>(settings);
        this.exempt = Set.copyOf(exempt);
        this.loggers = loggers;
        this.ticker = ticker;
        long look = settings.interval().toNanos() / LOOKS_IN_AN_INTERVAL;
        var _ = looking.scheduleWithFixedDelay(this::tellDue, look, look, TimeUnit.NANOSECONDS);
    }

    @Override
    public Logger getLogger(String name) {
        return known.computeIfAbsent(name, _ -> new LimitedLogger(loggers.getLogger(name), this));
    }

    /** The logger that is called as the class is. */
    public Logger getLogger(Class<?> type) {
        return getLogger(type.getName());
    }

    /** What they have done together. */
    public LogLimiterSnapshot snapshot() {
        return limiter.snapshot();
    }

    boolean isExempt(@Nullable Marker marker) {
        return marker != null && !exempt.isEmpty() && exempt.contains(marker.getName());
    }

    /** Whether the line is to be written. If it is, what there is to tell before it has been told. */
    boolean admits(
            Logger logger,
            Level level,
            String template,
            @Nullable Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        return switch (limiter.decide(logger, systemLevel(level), template, thrown, ticker.nanos())) {
            case LogDecision.Through<Logger>(var before) -> {
                if (before != null) {
                    tell(before);
                }
                yield true;
            }
            case LogDecision.Held<Logger> held -> {
                held.latest(logger, template, arguments, thrown);
                yield false;
            }
        };
    }

    /** Tells what is due. */
    void tellDue() {
        tell(limiter.due(ticker.nanos()));
    }

    private static void tell(List<HeldBack<Logger>> all) {
        all.forEach(LimitedLoggers::tell);
    }

    private static void tell(HeldBack<Logger> lines) {
        lines.place().atLevel(slf4jLevel(lines.level())).log(lines.text());
    }

    /** Tells the rest, and nothing after that: what is held back from now on is not told. */
    @Override
    public void close() {
        looking.shutdown();
        tell(limiter.rest(ticker.nanos()));
    }

    private static System.Logger.Level systemLevel(Level level) {
        return switch (level) {
            case ERROR -> System.Logger.Level.ERROR;
            case WARN -> System.Logger.Level.WARNING;
            case INFO -> System.Logger.Level.INFO;
            case DEBUG -> System.Logger.Level.DEBUG;
            case TRACE -> System.Logger.Level.TRACE;
        };
    }

    private static Level slf4jLevel(System.Logger.Level level) {
        return switch (level) {
            case ERROR, OFF -> Level.ERROR;
            case WARNING -> Level.WARN;
            case INFO -> Level.INFO;
            case DEBUG -> Level.DEBUG;
            case TRACE, ALL -> Level.TRACE;
        };
    }
}
