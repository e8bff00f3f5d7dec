package io.goodput.server.log;

import io.goodput.CallContext;
import io.goodput.logging.LineIds;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What was logged, taken from its thread: nothing in it changes any more.
 *
 * @param at when
 * @param level how bad it is
 * @param logger its name; may be empty
 * @param message with its values
 * @param ids of the request that it is about, by name
 * @param error what was thrown, with its stack; null if nothing was
 */
record LogEntry(
        Instant at,
        Level level,
        String logger,
        String message,
        Map<String, String> ids,
        @Nullable String error) {
    /** Of what is longer, this much is logged. */
    static final int MOST_CHARACTERS = 16_384;

    private static final SimpleFormatter MESSAGES = new SimpleFormatter();

    /** Of a record, on the thread that logs it. */
    static LogEntry of(LogRecord record) {
        Map<String, String> ids = new LinkedHashMap<>();
        LineIds.of(CallContext.current(), ids::put);
        String logger = record.getLoggerName();
        return new LogEntry(
                record.getInstant(),
                LogLevels.of(record.getLevel()),
                logger == null ? "" : logger,
                cut(MESSAGES.formatMessage(record)),
                ids,
                record.getThrown() == null ? null : cut(stack(record.getThrown())));
    }

    private static String cut(String text) {
        int more = text.length() - MOST_CHARACTERS;
        return more <= 0 ? text : text.substring(0, MOST_CHARACTERS) + "… (" + more + " characters more)";
    }

    private static String stack(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString().stripTrailing();
    }
}
