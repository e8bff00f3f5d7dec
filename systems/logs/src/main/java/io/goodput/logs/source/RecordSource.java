package io.goodput.logs.source;

import io.goodput.logs.record.LogRecord;
import io.goodput.logs.record.WorkRecord;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Where records come from. One thread reads; any may look for a trace and ask for the report. */
public interface RecordSource {
    /**
     * Tells all records the first time, and after that those that have come since.
     *
     * @throws IOException if a file cannot be read at all
     */
    void read(Consumer<LogRecord> sink) throws IOException;

    /** All units of work of one trace, and their parts. */
    List<WorkRecord> trace(String id) throws IOException;

    /** What has been read so far. */
    SourceReport report();
}
