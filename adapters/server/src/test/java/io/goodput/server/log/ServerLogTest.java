package io.goodput.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.CallContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.LogManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ServerLogTest {
    private static final System.Logger LOG = System.getLogger("io.goodput.queue");

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @AfterEach
    void as_it_was() throws IOException {
        LogManager.getLogManager().readConfiguration();
    }

    private List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void a_line_for_people_says_when_how_bad_where_and_what() {
        try (var log = ServerLog.start(LogForm.PEOPLE, Level.INFO, written)) {
            assertThat(log).asString().contains("PEOPLE");
            LOG.log(Level.WARNING, "{0} messages were given back", 3);
            LOG.log(Level.DEBUG, "not for now");
        }

        assertThat(lines())
                .singleElement()
                .asString()
                .matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z WARNING io\\.goodput\\.queue: 3 messages were given back");
    }

    @Test
    void json_has_an_object_a_line_with_ids_and_the_stack() throws Exception {
        CallContext context = CallContext.NONE.withRequestId("r-7");
        try (var _ = ServerLog.start(LogForm.JSON, Level.INFO, written)) {
            context.call(() -> {
                LOG.log(Level.ERROR, "broken \"thing\"", new IllegalStateException("why"));
                return null;
            });
        }

        assertThat(lines())
                .singleElement()
                .asString()
                .startsWith("{\"time\":\"")
                .contains("\"level\":\"ERROR\",\"logger\":\"io.goodput.queue\",\"message\":\"broken \\\"thing\\\"\"")
                .contains("\"request_id\":\"r-7\"")
                .contains("\"error\":\"java.lang.IllegalStateException: why\\n\\tat ");
    }

    @Test
    void what_is_logged_begins_no_line_and_commands_no_terminal() {
        try (var _ = ServerLog.start(LogForm.PEOPLE, Level.INFO, written)) {
            LOG.log(Level.INFO, "name: x\n2026-11-30T12:00:00.000Z ERROR forged\u001b[2J");
        }

        assertThat(lines()).hasSize(1);
        assertThat(lines().getFirst()).doesNotContain("\u001b").contains("forged");
    }

    @Test
    void a_flood_is_a_burst_and_a_number() {
        try (var _ = ServerLog.start(LogForm.PEOPLE, Level.INFO, written)) {
            for (int i = 0; i < 1_000; i++) {
                LOG.log(Level.WARNING, "disk is slow");
            }
        }

        int shown = (int) lines().stream()
                .filter(line -> line.endsWith("io.goodput.queue: disk is slow"))
                .count();
        assertThat(shown).isBetween(10, 30);
        long told = lines().stream()
                .filter(line -> line.contains("held back "))
                .mapToLong(line -> Long.parseLong(
                        line.replaceAll(".*held back ([0-9,]+) like.*", "$1").replace(",", "")))
                .sum();
        assertThat(shown + told).isEqualTo(1_000);
    }

    @Test
    @Timeout(60)
    void what_was_held_back_is_told_though_nothing_like_it_comes() {
        var now = new AtomicLong();
        try (var _ = ServerLog.start(LogForm.PEOPLE, Level.INFO, written, now::get)) {
            for (int i = 0; i < 100; i++) {
                LOG.log(Level.WARNING, "disk is slow");
            }
            now.set(Duration.ofSeconds(11).toNanos());
            LOG.log(Level.INFO, "something else");
            while (lines().stream().noneMatch(line -> line.contains("held back 90 like this"))) {
                assertThat(Thread.interrupted()).as("told in time").isFalse();
                // The writer may begin only now.
                now.addAndGet(Duration.ofSeconds(1).toNanos());
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void nobody_waits_for_a_reader_that_does_not_read_and_what_is_lost_is_told() {
        var reads = new CountDownLatch(1);
        int logged = 900;
        try (var _ = ServerLog.start(LogForm.PEOPLE, Level.INFO, new Unread(reads, written))) {
            for (int i = 0; i < logged; i++) {
                LOG.log(Level.INFO, kind(i) + "x".repeat(8_000));
            }
            reads.countDown();
        }

        long lost = lines().stream()
                .filter(line -> line.contains("lines of the log were lost"))
                .mapToLong(line -> Long.parseLong(line.replaceAll(".*: (\\d+) lines of the log.*", "$1")))
                .sum();
        long there = lines().stream().filter(line -> line.contains("xxx")).count();
        assertThat(lost).isPositive();
        assertThat(lost + there).isEqualTo(logged);
    }

    /** Of letters alone: words that differ in digits are alike. */
    private static String kind(int number) {
        return "kind" + (char) ('a' + number / 26 / 26) + (char) ('a' + number / 26 % 26) + (char) ('a' + number % 26)
                + " ";
    }

    /** A pipe whose reader does not read before it is told to. */
    private static final class Unread extends OutputStream {
        private final CountDownLatch reads;
        private final OutputStream out;

        Unread(CountDownLatch reads, OutputStream out) {
            this.reads = reads;
            this.out = out;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                reads.await();
            } catch (InterruptedException over) {
                throw new IOException(over);
            }
            out.write(bytes, from, length);
        }
    }
}
