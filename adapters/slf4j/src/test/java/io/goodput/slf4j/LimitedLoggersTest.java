package io.goodput.slf4j;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.read.ListAppender;
import io.goodput.Ticker;
import io.goodput.logging.LogLimiter.Settings;
import io.goodput.logging.LogLimiterSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.SubstituteLogger;

class LimitedLoggersTest {
    private static final Pattern HELD_BACK = Pattern.compile("held back ([\\d,]+) like this in .*");

    private final AtomicLong clock = new AtomicLong();
    private final LoggerContext context = new LoggerContext();
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();
    private final LimitedLoggers loggers = new LimitedLoggers(
            Settings.STANDARD.withInterval(Duration.ofHours(1)), Set.of("AUDIT"), context, clock::get);
    private final Logger logger = loggers.getLogger("orders");

    @BeforeEach
    void begin() {
        written.setContext(context);
        written.start();
        context.getLogger("ROOT").addAppender(written);
    }

    @AfterEach
    void end() {
        loggers.close();
        context.stop();
    }

    @Test
    void a_million_equal_errors_in_ten_seconds_are_a_burst_and_the_rate_and_the_numbers_add_up() {
        for (int i = 0; i < 1_000_000; i++) {
            clock.set(10_000L * i);
            logger.error("order {} failed", i);
        }
        loggers.close();

        assertThat(written.list).hasSize(10 + 9 + 10);
        assertThat(written.list.stream().mapToLong(LimitedLoggersTest::stoodFor).sum())
                .isEqualTo(1_000_000);
        assertThat(written.list.getLast().getFormattedMessage()).endsWith("the latest: order 999999 failed");
        assertThat(written.list).allMatch(line -> line.getLoggerName().equals("orders"));
        assertThat(loggers.snapshot()).isEqualTo(new LogLimiterSnapshot(1, 19, 999_981, 999_981));
    }

    @Test
    void the_fluent_face_is_limited_and_passes_all_on() {
        Marker marker = new BasicMarkerFactory().getMarker("X");
        for (int i = 0; i < 30; i++) {
            logger.atWarn()
                    .addMarker(marker)
                    .addKeyValue("order", i)
                    .setCause(new IllegalStateException("no"))
                    .log("order {} failed", i);
        }
        assertThat(written.list).hasSize(10);
        ILoggingEvent last = written.list.getLast();
        assertThat(last.getFormattedMessage()).isEqualTo("order 9 failed");
        assertThat(last.getMarkerList()).containsExactly(marker);
        assertThat(last.getKeyValuePairs()).singleElement().asString().isEqualTo("order=\"9\"");
        assertThat(last.getThrowableProxy().getMessage()).isEqualTo("no");
    }

    @Test
    void lines_with_an_exempt_marker_are_written_however_many() {
        Marker audit = new BasicMarkerFactory().getMarker("AUDIT");
        for (int i = 0; i < 30; i++) {
            logger.info(audit, "paid");
            logger.atInfo().addMarker(audit).log("paid");
        }
        assertThat(written.list).hasSize(60);
    }

    @Test
    void what_is_not_enabled_is_not_counted() {
        context.getLogger("orders").setLevel(Level.INFO);
        for (int i = 0; i < 30; i++) {
            logger.debug("order {}", i);
        }
        assertThat(loggers.snapshot()).isEqualTo(new LogLimiterSnapshot(0, 0, 0, 0));
        assertThat(logger.isDebugEnabled()).isFalse();
        assertThat(logger.isInfoEnabled()).isTrue();
    }

    @Test
    void the_place_of_a_line_is_where_it_is_logged() {
        BlockingQueue<String> places = listen("orders", line -> line.getCallerData()[0].getMethodName());
        logger.error("plain");
        logger.atError().log("fluent");

        assertThat(places).hasSize(2).containsOnly("the_place_of_a_line_is_where_it_is_logged");
    }

    @Test
    void a_logger_with_nothing_but_its_plain_face_is_told_the_same() {
        ILoggerFactory plain = name -> {
            var substitute = new SubstituteLogger(name, null, true);
            substitute.setDelegate(context.getLogger(name));
            return substitute;
        };
        try (var limited = new LimitedLoggers(Settings.STANDARD, Set.of(), plain, clock::get)) {
            Logger orders = limited.getLogger("plain");
            Marker marker = new BasicMarkerFactory().getMarker("X");
            for (int i = 0; i < 15; i++) {
                orders.error(marker, "order {} of {} failed", i, "ann", new IllegalStateException("no"));
                orders.atInfo().addMarker(marker).addKeyValue("order", i).log("order {} came", i);
            }
        }
        List<ILoggingEvent> lines = written.list;
        assertThat(lines).hasSize(20 + 2);
        assertThat(lines.get(0).getFormattedMessage()).isEqualTo("order 0 of ann failed");
        assertThat(lines.get(0).getThrowableProxy().getMessage()).isEqualTo("no");
        assertThat(lines.get(0).getMarkerList()).containsExactly(marker("X"));
        assertThat(lines.get(1).getFormattedMessage()).contains("order 0 came");
        assertThat(lines.subList(20, 22))
                .extracting(ILoggingEvent::getLevel)
                .containsExactlyInAnyOrder(Level.ERROR, Level.INFO);
    }

    @Test
    void an_interval_without_a_line_ends_by_itself() throws Exception {
        BlockingQueue<String> told = listen("late", ILoggingEvent::getFormattedMessage);
        var settings = new Settings(1, 0.001, Duration.ofMillis(100), 10);
        try (var limited = new LimitedLoggers(settings, Set.of(), context, Ticker.system())) {
            limited.getLogger("late").warn("late");
            limited.getLogger("late").warn("late");
            assertThat(told.poll(1, TimeUnit.MINUTES)).isEqualTo("late");
            assertThat(told.poll(1, TimeUnit.MINUTES)).startsWith("held back 1 like this in ");
        }
    }

    /** What is seen of each line while it is written. */
    private BlockingQueue<String> listen(String name, Function<ILoggingEvent, String> look) {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        var appender = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                seen.add(look.apply(event));
            }
        };
        appender.setContext(context);
        appender.start();
        context.getLogger(name).addAppender(appender);
        return seen;
    }

    private static Marker marker(String name) {
        return new BasicMarkerFactory().getMarker(name);
    }

    private static long stoodFor(ILoggingEvent line) {
        Matcher summary = HELD_BACK.matcher(line.getFormattedMessage());
        return summary.matches() ? Long.parseLong(summary.group(1).replace(",", "")) : 1;
    }
}
