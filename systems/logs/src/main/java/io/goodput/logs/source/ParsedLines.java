package io.goodput.logs.source;

import io.goodput.logs.record.LogRecord;
import io.goodput.logs.record.RecordParser;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Lines that become records; how many did is counted for whoever asks. */
final class ParsedLines {
    private final RecordParser parser = new RecordParser();
    private final AtomicLong records = new AtomicLong();
    private final AtomicLong unreadable = new AtomicLong();

    /** Reads lines, each with its line feed. */
    void read(byte[] text, int length, Consumer<LogRecord> sink) {
        int start = 0;
        for (int i = 0; i < length; i++) {
            if (text[i] == '\n') {
                take(text, start, i - start, sink);
                start = i + 1;
            }
        }
    }

    private void take(byte[] text, int start, int length, Consumer<LogRecord> sink) {
        LogRecord record = length == 0 ? null : parser.parse(text, start, length);
        if (record != null) {
            records.incrementAndGet();
            sink.accept(record);
        } else if (length > 0) {
            unreadable.incrementAndGet();
        }
    }

    SourceReport report() {
        return new SourceReport(records.get(), unreadable.get());
    }
}
