package io.goodput.log4j;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;

/** What is left of an event, which Log4j uses again. */
record SeenLine(String logger, Level level, String text, Map<String, String> ids) {
    private static final Pattern HELD_BACK = Pattern.compile("held back ([\\d,]+) like this in .*; the latest: (.*)");

    static SeenLine of(LogEvent event) {
        return new SeenLine(
                event.getLoggerName(),
                event.getLevel(),
                event.getMessage().getFormattedMessage(),
                Map.copyOf(event.getContextData().toMap()));
    }

    boolean isSummary() {
        return HELD_BACK.matcher(text).matches();
    }

    long stoodFor() {
        Matcher summary = HELD_BACK.matcher(text);
        return summary.matches() ? Long.parseLong(summary.group(1).replace(",", "")) : 1;
    }

    /** What a summary shows. */
    String latest() {
        Matcher summary = HELD_BACK.matcher(text);
        return summary.matches() ? summary.group(2) : "";
    }
}
