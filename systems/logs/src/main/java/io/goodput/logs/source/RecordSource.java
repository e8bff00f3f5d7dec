package io.goodput.logs.source;

import io.goodput.logs.record.LogRecord;
import io.goodput.logs.record.WorkRecord;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Where records come from. */
public interface RecordSource {
    /**
     * Reads what has come since the last time; the first time, everything.
     *
     * @param sink hears of each record
     * @throws IOException if a file cannot be read at all
     */
    void read(Consumer<LogRecord> sink) throws IOException;

    /** All units of work of one trace, and their parts. */
    List<WorkRecord> trace(String id) throws IOException;

    /** What has been read so far, and what could not be. */
    SourceReport report();
}
