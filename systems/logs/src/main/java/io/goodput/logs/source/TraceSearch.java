package io.goodput.logs.source;

import io.goodput.ion.IonLines;
import io.goodput.logs.file.FileDamage;
import io.goodput.logs.file.LineBlock;
import io.goodput.logs.file.LineBlocks;
import io.goodput.logs.file.LogFileReader;
import io.goodput.logs.file.ReadReport;
import io.goodput.logs.file.TimeBounds;
import io.goodput.logs.record.RecordParser;
import io.goodput.logs.record.WorkRecord;
import io.goodput.telemetry.frame.FrameKey;
import io.goodput.telemetry.frame.KeyMissingException;
import io.goodput.telemetry.frame.TraceLookup;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Finds the units of work of one trace, in several files at once. By their indexes most is passed over unread. */
final class TraceSearch {
    private static final int HALF = 16;
    /** More than there are processors, for they wait for the disk as well; few, since each holds some megabytes. */
    private static final int READERS = 8;

    private final String id;
    private final TraceLookup lookup;
    private final @Nullable FrameKey key;
    private final ReadReport damage;
    private final RecordParser parser = new RecordParser();

    /**
     * Finds none yet.
     *
     * @param id 32 hexadecimal digits, in lower case
     */
    TraceSearch(String id, @Nullable FrameKey key, ReadReport damage) {
        this.id = id;
        this.lookup = new TraceLookup(
                HexFormat.fromHexDigitsToLong(id, 0, HALF), HexFormat.fromHexDigitsToLong(id, HALF, 2 * HALF));
        this.key = key;
        this.damage = damage;
    }

    /** The units of work in these files, as they stand there. */
    List<WorkRecord> in(List<Path> files) throws IOException {
        if (files.isEmpty()) {
            return List.of();
        }
        try (ExecutorService readers = Executors.newFixedThreadPool(
                Math.min(READERS, files.size()), Thread.ofPlatform().daemon().factory())) {
            List<Future<List<WorkRecord>>> looks =
                    files.stream().map(file -> readers.submit(() -> in(file))).toList();
            try {
                List<WorkRecord> found = new ArrayList<>();
                for (Future<List<WorkRecord>> look : looks) {
                    found.addAll(result(look));
                }
                return found;
            } finally {
                readers.shutdownNow();
            }
        }
    }

    private static List<WorkRecord> result(Future<List<WorkRecord>> look) throws IOException {
        try {
            return look.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException unreadable -> throw unreadable;
                case RuntimeException wrong -> throw wrong;
                case null, default -> throw new IllegalStateException(failed);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the search was interrupted");
        }
    }

    private List<WorkRecord> in(Path file) throws IOException {
        List<WorkRecord> found = new ArrayList<>();
        if (LogFileReader.hasFrames(file)) {
            framed(file, found);
        } else {
            unframed(file, found);
        }
        return found;
    }

    private void framed(Path file, List<WorkRecord> found) throws IOException {
        try (var channel = FileChannel.open(file)) {
            damage.add(
                    file,
                    FileDamage.of(
                            lookup.lines(channel, key, new IonLines(), line -> take(line, 0, line.length, found))));
        } catch (KeyMissingException sealed) {
            throw new IOException(file + " is sealed (expected: its key, by --key)", sealed);
        }
    }

    private void unframed(Path file, List<WorkRecord> found) throws IOException {
        byte[] digits = id.getBytes(StandardCharsets.US_ASCII);
        try (LineBlocks blocks = new LogFileReader(TimeBounds.ALWAYS, key, damage).open(file)) {
            for (LineBlock block = blocks.next(); block != null; block = blocks.next()) {
                byte[] text = block.bytes();
                for (int start = 0, i = 0; i < block.length(); i++) {
                    if (text[i] == '\n') {
                        if (has(text, start, i, digits)) {
                            take(text, start, i - start, found);
                        }
                        start = i + 1;
                    }
                }
            }
        }
    }

    /** Most lines are of other traces, and it is enough to see that. */
    private static boolean has(byte[] text, int from, int to, byte[] digits) {
        for (int i = from; i + digits.length <= to; i++) {
            int same = 0;
            while (same < digits.length && text[i + same] == digits[same]) {
                same++;
            }
            if (same == digits.length) {
                return true;
            }
        }
        return false;
    }

    private void take(byte[] text, int start, int length, List<WorkRecord> found) {
        if (parser.parse(text, start, length) instanceof WorkRecord work && id.equals(work.trace())) {
            found.add(work);
        }
    }
}
