package io.goodput.log4j;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Ticker;
import io.goodput.logging.LogLimiterSnapshot;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Marker;
import org.apache.logging.log4j.MarkerManager;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.NullConfiguration;
import org.apache.logging.log4j.message.ObjectMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LimitFilterTest {
    private static final long SECOND = 1_000_000_000;

    private final AtomicLong clock = new AtomicLong();
    private final LoggerContext context = new LoggerContext("limited");
    private final BlockingQueue<SeenLine> written = new LinkedBlockingQueue<>();
    private LimitFilter filter;
    private Logger logger;

    @BeforeEach
    void begin() {
        filter = limited(LimitFilter.newBuilder().setExempt("AUDIT, PAID").setTicker(clock::get));
        logger = context.getLogger("orders");
    }

    private LimitFilter limited(LimitFilterBuilder builder) {
        Configuration configuration = new NullConfiguration();
        LimitFilter made =
                requireNonNull(builder.setConfiguration(configuration).build());
        configuration.addFilter(made);
        context.start(configuration);
        LoggerConfig root = configuration.getRootLogger();
        // A configuration of nothing writes to standard output.
        List.copyOf(root.getAppenders().keySet()).forEach(root::removeAppender);
        var appender = new SeeingAppender(written);
        appender.start();
        configuration.addAppender(appender);
        root.addAppender(appender, null, null);
        root.setLevel(Level.INFO);
        context.updateLoggers();
        return made;
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
        context.stop();

        assertThat(written).filteredOn(line -> !line.isSummary()).hasSize(10 + 9);
        assertThat(written).filteredOn(SeenLine::isSummary).hasSize(10);
        assertThat(written.stream().mapToLong(SeenLine::stoodFor).sum()).isEqualTo(1_000_000);
        List<SeenLine> lines = List.copyOf(written);
        assertThat(lines.getLast().text())
                .endsWith("the latest: order 999999 failed: java.lang.IllegalStateException: no connection");
        assertThat(lines)
                .allMatch(line ->
                        line.level().equals(Level.ERROR) && line.logger().equals("orders"));
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
        context.stop();

        assertThat(written.stream().filter(line -> !line.isSummary()).count()).isBetween(10L, 20L);
        assertThat(written.stream().mapToLong(SeenLine::stoodFor).sum()).isEqualTo((long) threads * each);
    }

    @Test
    void whatever_face_of_the_logger_is_used_a_line_is_counted_once() {
        for (int i = 0; i < 30; i++) {
            int order = i;
            logger.error("plain");
            logger.error("one {}", i);
            logger.error("two {} {}", i, i);
            logger.error("many {} {} {} {} {} {} {} {} {} {} {} {}", i, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
            logger.error(CharBuffer.wrap("characters"));
            logger.error(new ObjectMessage("object"));
            logger.error(() -> "lazy " + order);
            logger.error("lazily {}", () -> order);
            logger.printf(Level.ERROR, "formatted %d", i);
            logger.error(logger.getMessageFactory().newMessage("message {}", i));
            logger.atError().log("fluent {}", i);
        }
        LogLimiterSnapshot counted = filter.snapshot();
        context.stop();
        assertThat(counted.kinds()).isEqualTo(11);
        assertThat(counted.through()).isEqualTo(11 * 10);
        assertThat(counted.heldBack()).isEqualTo(11 * 20);
        assertThat(written.stream().filter(SeenLine::isSummary).map(SeenLine::latest))
                .contains("plain", "one 29", "two 29 29", "many 29 1 2 3 4 5 6 7 8 9 10 11", "characters", "object")
                .contains("lazy 29", "lazily {}", "formatted %d", "message 29", "fluent 29");
    }

    @Test
    void lines_with_an_exempt_marker_are_written_however_many() {
        Marker paid = MarkerManager.getMarker("PAID");
        Marker refund = MarkerManager.getMarker("REFUND").addParents(paid);
        for (int i = 0; i < 30; i++) {
            logger.info(refund, "paid back");
            logger.info(paid, "paid {}", i);
        }
        assertThat(written).hasSize(60);
        assertThat(filter.snapshot()).isEqualTo(new LogLimiterSnapshot(0, 0, 0, 0));
    }

    @Test
    void what_is_not_enabled_and_who_only_asks_is_not_counted() {
        for (int i = 0; i < 30; i++) {
            logger.debug("order {}", i);
            assertThat(logger.isErrorEnabled()).isTrue();
            assertThat(logger.isDebugEnabled()).isFalse();
        }
        assertThat(written).isEmpty();
        assertThat(filter.snapshot()).isEqualTo(new LogLimiterSnapshot(0, 0, 0, 0));
    }

    @Test
    void before_the_next_that_is_written_is_told_how_many_were_not() {
        for (int i = 0; i < 15; i++) {
            logger.warn("late by {} ms", i);
        }
        clock.set(2 * SECOND);
        logger.warn("late by {} ms", 15);

        assertThat(written)
                .extracting(SeenLine::text)
                .containsSubsequence("held back 5 like this in 2s; the latest: late by 14 ms", "late by 15 ms");
    }

    @Test
    void what_makes_no_sense_is_no_filter() {
        assertThat(LimitFilter.newBuilder()
                        .setConfiguration(new NullConfiguration())
                        .setBurst(0)
                        .build())
                .isNull();
        assertThat(LimitFilter.newBuilder().build()).isNull();
    }

    @Test
    void an_interval_without_a_line_ends_by_itself() throws Exception {
        context.stop();
        written.clear();
        limited(LimitFilter.newBuilder()
                .setBurst(1)
                .setPerSecond(0.001)
                .setIntervalSeconds(0.1)
                .setTicker(Ticker.system()));
        context.getLogger("late").warn("late");
        context.getLogger("late").warn("late");

        assertThat(written.poll(1, TimeUnit.MINUTES)).extracting(SeenLine::text).isEqualTo("late");
        assertThat(written.poll(1, TimeUnit.MINUTES))
                .extracting(SeenLine::text)
                .asString()
                .startsWith("held back 1 like this in ");
    }
}
