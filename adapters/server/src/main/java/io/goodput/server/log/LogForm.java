package io.goodput.server.log;

import io.goodput.screen.Screen;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** How lines of a log look. Neither lets what was logged obey a terminal, or begin a line that nobody logged. */
public enum LogForm {
    /**
     * {@code 2026-11-30T12:00:00.123Z WARNING io.goodput.queue: 3 messages were given back request_id=7}; a stack is
     * indented.
     */
    PEOPLE {
        @Override
        String render(LogEntry entry) {
            var ids = new StringBuilder();
            entry.ids()
                    .forEach((name, id) ->
                            ids.append(' ').append(name).append('=').append(id));
            String line = TIME.format(entry.at()) + " " + entry.level() + " "
                    + SCREEN.safe(entry.logger()) + ": "
                    + SCREEN.safe(entry.message()) + ids + "\n";
            if (entry.error() == null) {
                return line;
            }
            return line
                    + entry.error()
                            .lines()
                            .map(each -> "    " + SCREEN.safe(each.stripLeading()) + "\n")
                            .collect(Collectors.joining());
        }
    },

    /** An object a line: {@code time}, {@code level}, {@code logger}, {@code message}, ids, {@code error}. */
    JSON {
        @Override
        String render(LogEntry entry) {
            var line = new StringWriter();
            try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
                json.writeStartObject();
                json.writeStringProperty(
                        "time", entry.at().truncatedTo(ChronoUnit.MICROS).toString());
                json.writeStringProperty("level", entry.level().name());
                json.writeStringProperty("logger", entry.logger());
                json.writeStringProperty("message", entry.message());
                entry.ids().forEach(json::writeStringProperty);
                if (entry.error() != null) {
                    json.writeStringProperty("error", entry.error());
                }
                json.writeEndObject();
            }
            return line + "\n";
        }
    };

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Screen SCREEN = new Screen(Screen.NARROWEST, false, true);
    private static final JsonFactory FACTORY = new JsonFactory();

    /** The line, or lines, each ended. */
    abstract String render(LogEntry entry);
}
