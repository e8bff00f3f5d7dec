package io.goodput.logs.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.logs.file.ReadReport;
import io.goodput.logs.record.WorkRecord;
import io.goodput.telemetry.frame.FrameBuffer;
import io.goodput.telemetry.frame.TraceIndex;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceSearchTest {
    private static final String TRACE = "00000000000000070000000000000003";

    @TempDir
    Path folder;

    private final ReadReport report = new ReadReport();

    private static String line(int file, int number) {
        return """
                {"v":1,"kind":"work","at":"2026-11-30T18:00:00.000000Z","service":"shop","instance":"i%d","operation":"pay",\
                "id":"%016x","part":1,"last":true,"trace":"%016x%016x","outcome":"SUCCESS","us":5}
                """.formatted(file, 1000 * file + number, 7, number);
    }

    /** Ten records of ten traces in a frame, and an index if the file is closed. */
    private Path framed(int file, boolean isClosed) throws IOException {
        Path path = folder.resolve("shop-i%d-20261130T180000.000Z-000001.jsonl.zst".formatted(file));
        var index = new TraceIndex();
        try (var frame = new FrameBuffer(1);
                var out = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int number = 0; number < 10; number++) {
                byte[] record = line(file, number).getBytes(UTF_8);
                frame.add(record, record.length, number);
                index.add(7, number);
            }
            out.write(frame.encode());
            if (isClosed) {
                out.write(index.ofSection());
                out.write(index.ofFile());
            }
        }
        return path;
    }

    private Path plain(int file) throws IOException {
        return Files.writeString(folder.resolve("plain%d.jsonl".formatted(file)), line(file, 2) + line(file, 3));
    }

    @Test
    void the_units_of_a_trace_are_found_in_all_files_in_their_order_whatever_they_are() throws Exception {
        List<Path> files = new ArrayList<>();
        for (int file = 0; file < 40; file++) {
            files.add(file % 3 == 0 ? plain(file) : framed(file, file % 3 == 1));
        }

        List<WorkRecord> found = new TraceSearch(TRACE, null, report).in(files);

        assertThat(found).extracting(WorkRecord::trace).containsOnly(TRACE);
        assertThat(found)
                .extracting(work -> work.origin().instance())
                .containsExactlyElementsOf(java.util.stream.IntStream.range(0, 40)
                        .mapToObj(file -> "i" + file)
                        .toList());
        assertThat(report.damaged()).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_read_ends_the_search() throws Exception {
        List<Path> files = List.of(framed(0, true), folder.resolve("gone.jsonl"), plain(1));

        assertThatThrownBy(() -> new TraceSearch(TRACE, null, report).in(files))
                .isInstanceOf(NoSuchFileException.class);
    }
}
