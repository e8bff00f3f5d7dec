package io.goodput.log4j;

import java.util.Queue;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** Keeps what is written; nothing once it is stopped. */
final class SeeingAppender extends AbstractAppender {
    private final transient Queue<SeenLine> lines;

    SeeingAppender(Queue<SeenLine> lines) {
        super("seeing", null, null, true, Property.EMPTY_ARRAY);
        this.lines = lines;
    }

    @Override
    public void append(LogEvent event) {
        if (isStarted()) {
            lines.add(SeenLine.of(event));
        }
    }
}
