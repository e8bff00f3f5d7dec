package io.goodput.logs.source;

import io.goodput.logs.file.LineBlock;
import io.goodput.logs.file.LineBlocks;
import io.goodput.logs.file.LogFileReader;
import io.goodput.logs.file.LogFiles;
import io.goodput.logs.file.ReadReport;
import io.goodput.logs.file.TimeBounds;
import io.goodput.logs.record.LogRecord;
import io.goodput.logs.record.WorkRecord;
import io.goodput.telemetry.frame.FrameKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Files as they are now, of whatever kind, read from their beginnings to their ends. */
public final class StoredRecords implements RecordSource {
    private final List<Path> files;
    private final TimeBounds bounds;
    private final @Nullable FrameKey key;
    private final ReadReport damage;
    private final ParsedLines lines = new ParsedLines();

    /**
     * The records of these.
     *
     * @param named files and folders
     * @param bounds records of other times are left out
     * @param key of files that are sealed; null if nobody gave one
     * @param damage what cannot be read is told there
     * @throws IllegalArgumentException if one of them does not exist, or has no records
     */
    public StoredRecords(List<Path> named, TimeBounds bounds, @Nullable FrameKey key, ReadReport damage)
            throws IOException {
        this.files = LogFiles.of(named);
        this.bounds = bounds;
        this.key = key;
        this.damage = damage;
    }

    @Override
    public void read(Consumer<LogRecord> sink) throws IOException {
        var reader = new LogFileReader(bounds, key, damage);
        Consumer<LogRecord> within = record -> {
            if (bounds.contains(record.origin().at())) {
                sink.accept(record);
            }
        };
        for (Path file : files) {
            try (LineBlocks blocks = reader.open(file)) {
                for (LineBlock block = blocks.next(); block != null; block = blocks.next()) {
                    lines.read(block.bytes(), block.length(), within);
                }
            }
        }
    }

    @Override
    public List<WorkRecord> trace(String id) throws IOException {
        return new TraceSearch(id, key, damage).in(files);
    }

    @Override
    public SourceReport report() {
        return lines.report();
    }
}
