package io.goodput.logs.source;

import io.goodput.logs.record.LogRecord;
import io.goodput.logs.record.RecordParser;
import io.goodput.logs.record.WorkRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Files of records, and the files of records in folders, in the order of their names. A folder is looked through again
 * at each reading, so that files that have come since are read as well. One thread reads; others may look for traces
 * and ask for the report.
 */
public final class RecordPaths implements RecordSource {
    private final List<Path> named;
    private final RecordParser parser = new RecordParser();
    private final Map<Path, PlainLines> files = new LinkedHashMap<>();
    private long records;
    private long unreadable;
    private volatile SourceReport report = new SourceReport(0, 0, 0, 0);

    /**
     * The records of these.
     *
     * @param named files and folders
     * @throws NoSuchFileException if one of them does not exist
     */
    public RecordPaths(List<Path> named) throws NoSuchFileException {
        for (Path path : named) {
            if (!Files.exists(path)) {
                throw new NoSuchFileException(path.toString());
            }
        }
        this.named = List.copyOf(named);
    }

    @Override
    public void read(Consumer<LogRecord> sink) throws IOException {
        for (Path file : present()) {
            files.computeIfAbsent(file, PlainLines::new).read(line -> {
                LogRecord record = parser.parse(line);
                if (record == null) {
                    unreadable++;
                } else {
                    records++;
                    sink.accept(record);
                }
            });
        }
        long tooLong = files.values().stream().mapToLong(PlainLines::tooLong).sum();
        int torn = (int) files.values().stream().filter(PlainLines::isTorn).count();
        report = new SourceReport(files.size(), records, unreadable + tooLong, torn);
    }

    @Override
    public List<WorkRecord> trace(String id) throws IOException {
        List<WorkRecord> all = new ArrayList<>();
        for (Path file : present()) {
            // Most lines are of other traces, and it is enough to see that.
            new PlainLines(file).read(line -> {
                if (line.contains(id) && parser.parse(line) instanceof WorkRecord work && id.equals(work.trace())) {
                    all.add(work);
                }
            });
        }
        return all;
    }

    private List<Path> present() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path path : named) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.list(path)) {
                    all.addAll(new TreeSet<>(inside.filter(RecordPaths::isOurs).toList()));
                }
            } else {
                all.add(path);
            }
        }
        return all;
    }

    private static boolean isOurs(Path file) {
        return Files.isRegularFile(file) && file.getFileName().toString().endsWith(".jsonl");
    }

    @Override
    public SourceReport report() {
        return report;
    }
}
