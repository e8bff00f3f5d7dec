package io.goodput.bench.telemetry;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.DuplicateMessageFilter;
import ch.qos.logback.core.spi.FilterReply;
import io.goodput.log4j.LimitFilter;
import io.goodput.logback.LimitTurboFilter;
import java.util.Objects;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.logging.log4j.core.filter.BurstFilter;
import org.jspecify.annotations.Nullable;

/**
 * What is asked whether a line is written: our filters for Logback and Log4j, and those that they bring. Each is asked
 * as its framework asks.
 */
final class LineFilters {
    private static final int MOST = 10_000;
    private static final double MOST_PER_SECOND = 1e6;

    private final LoggerContext logback = new LoggerContext();
    private final ch.qos.logback.classic.Logger logbackLogger = logback.getLogger("bench");
    private final LimitTurboFilter goodputLogback = new LimitTurboFilter();
    private final DuplicateMessageFilter duplicateMessage = new DuplicateMessageFilter();

    private final org.apache.logging.log4j.core.LoggerContext log4j =
            new org.apache.logging.log4j.core.LoggerContext("bench");
    private final org.apache.logging.log4j.core.Logger log4jLogger;
    private final LimitFilter goodputLog4j;
    private final BurstFilter burst;

    private LineFilters(int allowed, double perSecond) {
        goodputLogback.setContext(logback);
        goodputLogback.setBurst(allowed);
        goodputLogback.setPerSecond(perSecond);
        goodputLogback.start();
        duplicateMessage.setAllowedRepetitions(allowed == MOST ? Integer.MAX_VALUE : allowed);
        duplicateMessage.start();

        var configuration = new DefaultConfiguration();
        log4j.start(configuration);
        log4jLogger = log4j.getLogger("bench");
        goodputLog4j = Objects.requireNonNull(LimitFilter.newBuilder()
                .setConfiguration(configuration)
                .setBurst(allowed)
                .setPerSecond(perSecond)
                .build());
        goodputLog4j.start();
        burst = BurstFilter.newBuilder()
                .setLevel(Level.ERROR)
                .setRate((float) perSecond)
                .setMaxBurst(allowed)
                .build();
        burst.start();
    }

    /** That let as much through as they can. */
    static LineFilters open() {
        return new LineFilters(MOST, MOST_PER_SECOND);
    }

    /** That let hardly anything through. */
    static LineFilters closed() {
        return new LineFilters(1, 0.001);
    }

    FilterReply goodputLogback(String template, @Nullable Object argument) {
        return goodputLogback.decide(
                null, logbackLogger, ch.qos.logback.classic.Level.ERROR, template, array(argument), null);
    }

    FilterReply duplicateMessage(String template, @Nullable Object argument) {
        return duplicateMessage.decide(
                null, logbackLogger, ch.qos.logback.classic.Level.ERROR, template, array(argument), null);
    }

    /** As Logback does for one argument. */
    private static @Nullable Object[] array(@Nullable Object argument) {
        return new @Nullable Object[] {argument};
    }

    Filter.Result goodputLog4j(String template, @Nullable Object argument) {
        return goodputLog4j.filter(log4jLogger, Level.ERROR, null, template, argument);
    }

    Filter.Result burst(String template, @Nullable Object argument) {
        return burst.filter(log4jLogger, Level.ERROR, null, template, argument);
    }
}
