package io.goodput.logs.source;

import io.goodput.logs.file.LogFiles;
import io.goodput.logs.file.ReadReport;
import io.goodput.logs.record.LogRecord;
import io.goodput.logs.record.WorkRecord;
import io.goodput.logs.tail.TailedFiles;
import io.goodput.telemetry.frame.FrameKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Files and folders to which records are added, through rotation. What is not whole yet is read once it is. */
public final class GrowingRecords implements RecordSource, AutoCloseable {
    private final List<Path> named;
    private final @Nullable FrameKey key;
    private final TailedFiles files;
    private final ParsedLines lines = new ParsedLines();

    /**
     * The records of these.
     *
     * @param named files and folders
     * @param key of files that are sealed; null if nobody gave one
     * @throws IllegalArgumentException if one of them does not exist, or has no records
     */
    public GrowingRecords(List<Path> named, @Nullable FrameKey key) throws IOException {
        LogFiles.of(named);
        this.named = List.copyOf(named);
        this.key = key;
        this.files = new TailedFiles(named, key);
    }

    @Override
    public void read(Consumer<LogRecord> sink) throws IOException {
        files.look(line -> lines.read(line, line.length, sink));
    }

    @Override
    public List<WorkRecord> trace(String id) throws IOException {
        return new TraceSearch(id, key, new ReadReport()).in(LogFiles.of(named));
    }

    @Override
    public SourceReport report() {
        return lines.report();
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
