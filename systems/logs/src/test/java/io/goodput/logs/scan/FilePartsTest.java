package io.goodput.logs.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.duckdb.RowScan.RowCursor;
import io.goodput.logs.file.FileDamage;
import io.goodput.logs.file.FilePart;
import io.goodput.logs.file.LineBlock;
import io.goodput.logs.file.LineBlocks;
import io.goodput.logs.file.LogFileReader;
import io.goodput.logs.file.ReadReport;
import io.goodput.logs.file.TimeBounds;
import io.goodput.logs.scan.ScanField.Form;
import io.goodput.telemetry.frame.FrameBuffer;
import io.goodput.telemetry.frame.TraceIndex;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePartsTest {
    private static final int RECORDS = 60;
    private static final int FRAMES = 200;

    @TempDir
    Path folder;

    private Path file = Path.of("");

    /** Frames of records that compress badly, with indexes between, and a part of one at the end. */
    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("shop-i1-20261130T180000.000Z-000001.jsonl.zst");
        var random = new SplittableRandom(1);
        var index = new TraceIndex();
        long length = 0;
        try (var frame = new FrameBuffer(1);
                var out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int n = 0; n < FRAMES; n++) {
                frame.clear();
                for (int i = 0; i < RECORDS; i++) {
                    byte[] noise = new byte[500];
                    random.nextBytes(noise);
                    byte[] line = "{\"n\":%d,\"noise\":\"%s\"}\n"
                            .formatted(n * RECORDS + i, java.util.HexFormat.of().formatHex(noise))
                            .getBytes(UTF_8);
                    frame.add(line, line.length, n);
                    index.add(n, i);
                }
                if (index.isDue(length)) {
                    length += out.write(index.ofSection());
                    index.begin(length);
                }
                length += out.write(frame.encode());
            }
        }
    }

    private static LogFileReader reader(TimeBounds bounds) {
        return new LogFileReader(bounds, null, new ReadReport());
    }

    private List<FilePart> parts() throws IOException {
        List<FilePart> parts = new ArrayList<>();
        for (FilePart part = FilePart.first(file); ; part = part.next()) {
            parts.add(part);
            if (part.isLast()) {
                return parts;
            }
        }
    }

    private static String text(LineBlocks opened) throws IOException {
        var text = new StringBuilder();
        try (LineBlocks blocks = opened) {
            for (LineBlock block = blocks.next(); block != null; block = blocks.next()) {
                text.append(new String(block.bytes(), 0, block.length(), UTF_8));
            }
        }
        return text.toString();
    }

    private void change(long at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) at] ^= 4;
        Files.write(file, bytes);
    }

    /** The numbers that cursors read which take turns, the last of whom takes all that the others leave. */
    private List<Long> scanned(LogFileReader reader, int cursors) throws IOException {
        var scan = new FileScan(List.of(new ScanField("n", Form.WHOLE)), null, List.of(file), reader);
        List<Long> numbers = new ArrayList<>();
        List<RowCursor> all =
                IntStream.range(0, cursors).mapToObj(_ -> scan.cursor()).toList();
        for (RowCursor cursor : all) {
            numbers.addAll(some(cursor));
        }
        for (RowCursor cursor : all) {
            for (List<Long> read = some(cursor); !read.isEmpty(); read = some(cursor)) {
                numbers.addAll(read);
            }
            cursor.close();
        }
        return numbers.stream().sorted().toList();
    }

    private static List<Long> some(RowCursor cursor) throws IOException {
        var kept = new KeptRows();
        int rows = cursor.fill(kept, 100);
        List<Long> numbers =
                kept.rows().stream().map(row -> (Long) row.getFirst()).toList();
        assertThat(numbers).hasSize(rows);
        return numbers;
    }

    @Test
    void the_parts_of_a_file_are_the_file() throws IOException {
        var text = new StringBuilder();
        List<FilePart> parts = parts();
        for (FilePart part : parts) {
            text.append(text(reader(TimeBounds.ALWAYS).open(part)));
        }

        assertThat(parts).hasSizeGreaterThan(2);
        assertThat(text).hasToString(text(reader(TimeBounds.ALWAYS).open(file)));
    }

    @Test
    void several_threads_share_one_file_and_each_record_is_read_once() throws IOException {
        List<Long> all =
                IntStream.range(0, FRAMES * RECORDS).mapToObj(Long::valueOf).toList();
        for (int cursors = 1; cursors <= 4; cursors++) {
            assertThat(scanned(reader(TimeBounds.ALWAYS), cursors)).isEqualTo(all);
        }
    }

    @Test
    void what_is_damaged_in_several_parts_adds_up_and_what_is_seen_twice_does_not() throws IOException {
        List<FilePart> parts = parts();
        change(parts.get(0).begin() + 1000);
        change(parts.get(1).begin() + 10);
        change(parts.get(2).begin() + 300_000);
        Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) - 5));
        LogFileReader whole = reader(TimeBounds.ALWAYS);
        text(whole.open(file));
        Map<Path, FileDamage> expected = whole.report().damaged();

        LogFileReader reader = reader(TimeBounds.ALWAYS);
        scanned(reader, 2);
        scanned(reader, 3);

        assertThat(reader.report().damaged()).isEqualTo(expected);
        assertThat(expected.get(file))
                .isNotNull()
                .extracting(FileDamage::places)
                .isEqualTo(3L);
    }

    @Test
    void frames_of_other_times_are_not_opened() throws IOException {
        for (FilePart part : parts()) {
            change(part.begin() + 300_000);
        }
        LogFileReader reader = reader(new TimeBounds(2, 3));

        assertThat(text(reader.open(file)).lines()).hasSize(RECORDS);
        // What is not opened is not known to be damaged.
        assertThat(reader.report().damaged()).isEmpty();
    }
}
