package io.goodput.server.log;

import io.goodput.Ticker;
import io.goodput.logging.HeldBack;
import io.goodput.logging.LogDecision;
import io.goodput.logging.LogLimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Takes over {@code java.util.logging} for a process until it is closed. Lines that are alike are limited as
 * {@link LogLimiter} says; what an output does not take is counted, and told when it takes something again.
 */
public final class ServerLog implements AutoCloseable {
    private static final int MOST_WAITING = 4 << 20;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LAST_LINES = Duration.ofSeconds(2);

    private final LogForm form;
    private final OutputStream out;
    private final LineQueue lines = new LineQueue(MOST_WAITING);
    private final LogLimiter<String> limiter = new LogLimiter<>(LogLimiter.Settings.STANDARD);
    private final Ticker ticker;
    private final Thread writer;
    private final Handler handler = new Handling();

    private ServerLog(LogForm form, OutputStream out, Ticker ticker) {
        this.form = form;
        this.out = out;
        this.ticker = ticker;
        this.writer = Thread.ofPlatform().daemon().name("goodput-log").unstarted(this::write);
    }

    /**
     * Begins.
     *
     * @param least that is logged
     * @param out where to; not closed
     */
    public static ServerLog start(LogForm form, Level least, OutputStream out) {
        return start(form, least, out, Ticker.system());
    }

    static ServerLog start(LogForm form, Level least, OutputStream out, Ticker ticker) {
        var log = new ServerLog(form, out, ticker);
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(LogLevels.of(least));
        root.addHandler(log.handler);
        log.writer.start();
        return log;
    }

    private void take(LogRecord record) {
        String place = String.valueOf(record.getLoggerName());
        String template = String.valueOf(record.getMessage());
        switch (limiter.decide(place, LogLevels.of(record.getLevel()), template, record.getThrown(), ticker.nanos())) {
            case LogDecision.Through<String>(var before) -> {
                if (before != null) {
                    tell(before);
                }
                lines.add(form.render(LogEntry.of(record)));
            }
            case LogDecision.Held<String> held ->
                held.latest(place, template, record.getParameters(), record.getThrown());
        }
    }

    private void tell(HeldBack<String> held) {
        lines.add(form.render(new LogEntry(Instant.now(), held.level(), held.place(), held.text(), Map.of(), null)));
    }

    private void write() {
        try {
            long looked = ticker.nanos();
            while (!lines.isOver()) {
                String line = lines.take(LOOK);
                if (line != null) {
                    write(line);
                }
                if (ticker.nanos() - looked >= LOOK.toNanos()) {
                    looked = ticker.nanos();
                    limiter.due(looked).forEach(this::tell);
                }
            }
            write("");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** A line, and before it how many are missing there. */
    private void write(String line) {
        long lost = lines.takeLost();
        try {
            String missing = lost == 0 ? "" : missing(lost);
            out.write((missing + line).getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException _) {
            // Nowhere to say it until the output takes something again.
            lines.lost(line.isEmpty() ? lost : lost + 1);
        }
    }

    private String missing(long lost) {
        String message = lost + " lines of the log were lost: it was not read, or could not be written";
        return form.render(
                new LogEntry(Instant.now(), Level.WARNING, ServerLog.class.getName(), message, Map.of(), null));
    }

    /** Writes what is left, if the output takes it within two seconds, and leaves logging without a handler. */
    @Override
    public void close() {
        Logger.getLogger("").removeHandler(handler);
        limiter.rest(ticker.nanos()).forEach(this::tell);
        lines.close();
        try {
            writer.join(LAST_LINES);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return "ServerLog[" + form + "]";
    }

    private final class Handling extends Handler {
        @Override
        public void publish(LogRecord record) {
            if (isLoggable(record)) {
                take(record);
            }
        }

        @Override
        public void flush() {
            // Each line is flushed as it is written.
        }

        @Override
        public void close() {
            // The output belongs to somebody else.
        }
    }
}
