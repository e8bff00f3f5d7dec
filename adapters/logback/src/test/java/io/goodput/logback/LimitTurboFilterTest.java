package io.goodput.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.read.ListAppender;
import io.goodput.logging.LogLimiterSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Marker;
import org.slf4j.helpers.BasicMarkerFactory;

class LimitTurboFilterTest {
    private static final long SECOND = 1_000_000_000;
    private static final Pattern HELD_BACK = Pattern.compile("held back ([\\d,]+) like this in .*");

    private final AtomicLong clock = new AtomicLong();
    private final LoggerContext context = new LoggerContext();
    private final Logger logger = context.getLogger("orders");
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();
    private final LimitTurboFilter filter = new LimitTurboFilter(clock::get);

    @BeforeEach
    void begin() {
        written.setContext(context);
        written.start();
        logger.addAppender(written);
        filter.setContext(context);
        filter.addExempt("AUDIT");
        filter.start();
        context.addTurboFilter(filter);
    }

    @AfterEach
    void end() {
        context.stop();
    }

    @Test
    void a_million_equal_errors_in_ten_seconds_are_a_burst_and_the_rate_and_the_numbers_add_up() {
        var failure = new IllegalStateException("no connection");
        for (int i = 0; i < 1_000_000; i++) {
            clock.set(10_000L * i);
            logger.error("order {} failed", i, failure);
        }
        clock.set(20 * SECOND);
        filter.tellDue();

        List<ILoggingEvent> lines = List.copyOf(written.list);
        assertThat(lines).filteredOn(each -> !isSummary(each)).hasSize(10 + 9);
        assertThat(lines).filteredOn(LimitTurboFilterTest::isSummary).hasSize(10);
        assertThat(lines.stream().mapToLong(LimitTurboFilterTest::stoodFor).sum())
                .isEqualTo(1_000_000);
        assertThat(lines.getLast().getFormattedMessage())
                .endsWith("order 999999 failed: java.lang.IllegalStateException: no connection");
        assertThat(lines).allMatch(each -> each.getLevel() == Level.ERROR);
    }

    @Test
    void the_numbers_of_threads_add_up_as_well() throws Exception {
        int threads = 8;
        int each = 125_000;
        var start = new CyclicBarrier(threads);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> all = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                all.add(pool.submit(() -> {
                    start.await();
                    for (int i = 0; i < each; i++) {
                        clock.addAndGet(10_000);
                        logger.error("order " + i + " failed");
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        filter.stop();

        assertThat(written.list.stream().filter(line -> !isSummary(line)).count())
                .isBetween(10L, 20L);
        assertThat(written.list.stream()
                        .mapToLong(LimitTurboFilterTest::stoodFor)
                        .sum())
                .isEqualTo((long) threads * each);
    }

    @Test
    void a_line_through_the_fluent_face_is_limited_too() {
        for (int i = 0; i < 30; i++) {
            logger.atError().addKeyValue("order", i).log("order {} failed", i);
        }
        assertThat(written.list).hasSize(10);
    }

    @Test
    void lines_with_an_exempt_marker_are_written_however_many() {
        Marker audit = new BasicMarkerFactory().getMarker("AUDIT");
        for (int i = 0; i < 30; i++) {
            logger.info(audit, "paid");
            logger.atInfo()
                    .addMarker(new BasicMarkerFactory().getMarker("X"))
                    .addMarker(audit)
                    .log("paid");
        }
        assertThat(written.list).hasSize(60);
        assertThat(filter.snapshot()).isEqualTo(new LogLimiterSnapshot(0, 0, 0, 0));
    }

    @Test
    void what_is_not_enabled_and_who_only_asks_is_not_counted() {
        logger.setLevel(Level.INFO);
        for (int i = 0; i < 30; i++) {
            logger.debug("order {}", i);
            assertThat(logger.isErrorEnabled()).isTrue();
            assertThat(logger.isDebugEnabled()).isFalse();
        }
        assertThat(written.list).isEmpty();
        assertThat(filter.snapshot()).isEqualTo(new LogLimiterSnapshot(0, 0, 0, 0));
    }

    @Test
    void an_interval_without_a_line_ends_by_itself() throws Exception {
        var told = new CountDownLatch(1);
        var within = new LoggerContext();
        Logger limited = within.getLogger("orders");
        var appender = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (isSummary(event)) {
                    told.countDown();
                }
            }
        };
        appender.setContext(within);
        appender.start();
        limited.addAppender(appender);
        var quick = new LimitTurboFilter();
        quick.setContext(within);
        quick.setIntervalSeconds(0.1);
        quick.setPerSecond(0.001);
        quick.start();
        within.addTurboFilter(quick);
        for (int i = 0; i < 11; i++) {
            limited.warn("late");
        }
        assertThat(told.await(1, TimeUnit.MINUTES)).isTrue();
        within.stop();
    }

    private static boolean isSummary(ILoggingEvent line) {
        return HELD_BACK.matcher(line.getFormattedMessage()).matches();
    }

    private static long stoodFor(ILoggingEvent line) {
        Matcher summary = HELD_BACK.matcher(line.getFormattedMessage());
        return summary.matches() ? Long.parseLong(summary.group(1).replace(",", "")) : 1;
    }
}
