package io.goodput.logs.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import io.goodput.telemetry.frame.FrameBuffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {
    private static final String NAME = "shop-i1-20261130T180000.000Z-000001.jsonl.zst";

    @TempDir
    Path folder;

    private final ReadReport report = new ReadReport();

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private List<String> lines(Path file) throws IOException {
        return lines(file, TimeBounds.ALWAYS);
    }

    private List<String> lines(Path file, TimeBounds bounds) throws IOException {
        var text = new StringBuilder();
        try (LineBlocks blocks = new LogFileReader(bounds, null, report).open(file)) {
            for (LineBlock block = blocks.next(); block != null; block = blocks.next()) {
                text.append(new String(block.bytes(), 0, block.length(), UTF_8));
            }
        }
        return text.toString().lines().toList();
    }

    private static byte[] frame(long micros, String... lines) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var frame = new FrameBuffer(3)) {
            for (String line : lines) {
                byte[] record = (line + "\n").getBytes(UTF_8);
                frame.add(record, record.length, micros);
            }
            Channels.newChannel(out).write(frame.encode());
        }
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }

    @Test
    void what_a_file_is_is_told_by_how_it_begins_and_not_by_its_name() throws IOException {
        byte[] text = "{\"a\":1}\n{\"a\":2}\n".getBytes(UTF_8);
        var gzip = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(gzip)) {
            out.write(text);
        }
        byte[] packed = Zstd.compress(text);
        byte[] ofOthers = joined(new byte[] {0x50, 0x2A, 0x4D, 0x18, 4, 0, 0, 0, 1, 2, 3, 4}, packed);

        assertThat(List.of(
                        lines(file("plain.zst", text)),
                        lines(file("zstd.gz", packed)),
                        lines(file("gzip.jsonl", gzip.toByteArray())),
                        lines(file("two-frames", joined(packed, packed))).subList(2, 4),
                        lines(file("skippable-of-others", ofOthers)),
                        lines(file("recompressed", packed)),
                        lines(file(NAME, frame(1, "{\"a\":1}", "{\"a\":2}")))))
                .allSatisfy(lines -> assertThat(lines).containsExactly("{\"a\":1}", "{\"a\":2}"));
        assertThat(lines(file("empty.jsonl", new byte[0]))).isEmpty();
        assertThat(report.damaged()).isEmpty();
    }

    @Test
    void a_torn_last_line_is_left_out_and_told_and_a_whole_one_without_line_feed_is_not_torn() throws IOException {
        Path torn = file("torn.jsonl", "{\"a\":1}\n{\"a\":2,\"b".getBytes(UTF_8));
        Path whole = file("whole.jsonl", "{\"a\":1}\n{\"a\":\"}\"} ".getBytes(UTF_8));

        assertThat(lines(torn)).containsExactly("{\"a\":1}");
        assertThat(lines(whole)).containsExactly("{\"a\":1}", "{\"a\":\"}\"} ");
        assertThat(report.damaged()).containsOnlyKeys(torn);
        assertThat(report.damaged().get(torn)).isEqualTo(new FileDamage(true, 9, 0, 0, 0, 0));
    }

    @Test
    void a_compressed_file_that_breaks_off_gives_what_it_has_and_says_so() throws IOException {
        var lines = new ArrayList<String>();
        for (int i = 0; i < 100_000; i++) {
            lines.add("{\"number\":" + i * 7919L % 1_000_003 + "}");
        }
        byte[] packed = Zstd.compress((String.join("\n", lines) + "\n").getBytes(UTF_8));
        Path torn = file("torn.zst", Arrays.copyOf(packed, packed.length / 2));

        List<String> read = lines(torn);

        assertThat(read).isNotEmpty().isEqualTo(lines.subList(0, read.size()));
        assertThat(report.damaged().get(torn)).matches(FileDamage::torn);
    }

    @Test
    void a_torn_frame_costs_itself_and_a_damaged_one_tells_its_records() throws IOException {
        byte[] first = frame(1, "{\"a\":1}");
        byte[] second = frame(2, "{\"a\":2}", "{\"a\":3}");
        byte[] third = frame(3, "{\"a\":4}");
        byte[] damaged = second.clone();
        damaged[damaged.length - 3] ^= 1;
        Path torn = file(NAME, joined(first, third, Arrays.copyOf(second, second.length - 2)));
        Path flipped = file("flipped", joined(first, damaged, third));

        assertThat(lines(torn)).containsExactly("{\"a\":1}", "{\"a\":4}");
        assertThat(lines(flipped)).containsExactly("{\"a\":1}", "{\"a\":4}");
        assertThat(report.damaged().get(torn)).isEqualTo(new FileDamage(true, second.length - 2, 0, 2, 0, 0));
        assertThat(report.damaged().get(flipped)).isEqualTo(new FileDamage(false, second.length, 1, 2, 0, 0));
    }

    @Test
    void a_frame_of_another_time_is_passed_over() throws IOException {
        Path file = file(NAME, joined(frame(10, "{\"a\":1}"), frame(20, "{\"a\":2}"), frame(30, "{\"a\":3}")));

        assertThat(lines(file, new TimeBounds(11, 30))).containsExactly("{\"a\":2}");
        assertThat(lines(file, new TimeBounds(20, 31))).containsExactly("{\"a\":2}", "{\"a\":3}");
    }

    @Test
    void a_file_that_is_not_read_to_its_end_tells_no_torn_one() throws IOException {
        Path file = file(NAME, joined(frame(1, "{\"a\":1}"), frame(2, "{\"a\":2}")));
        try (LineBlocks blocks = new LogFileReader(TimeBounds.ALWAYS, null, report).open(file)) {
            assertThat(blocks.next()).isNotNull();
        }
        assertThat(report.damaged()).isEmpty();
    }

    @Test
    void a_line_longer_than_any_record_is_left_out_whole_so_that_no_part_of_it_passes_for_one() throws IOException {
        String line = "{\"a\":\"" + "{\"a\":9}".repeat(3 << 17) + "\"}";
        Path file = file("long.jsonl", ("{\"a\":1}\n" + line + "\n{\"a\":2}\n" + line).getBytes(UTF_8));

        assertThat(lines(file)).containsExactly("{\"a\":1}", "{\"a\":2}");
        assertThat(report.damaged().get(file)).isEqualTo(FileDamage.strange(2));
    }

    @Test
    void a_folder_is_its_files_of_records_by_name_and_nothing_else() throws IOException {
        Path second = file("b.jsonl.zst", new byte[0]);
        Path first = file("a.jsonl", new byte[0]);
        Path sealed = file("c.jsonl.zst.sealed", new byte[0]);
        Path rotated = file("d.jsonl.1", new byte[0]);
        file("notes.txt", new byte[0]);
        Files.createDirectory(folder.resolve("e.jsonl"));

        assertThat(LogFiles.of(List.of(folder))).containsExactly(first, second, sealed, rotated);
        assertThat(LogFiles.of(List.of(second, folder))).containsExactly(second, first, sealed, rotated);
    }

    @Test
    void what_is_not_there_is_said() throws IOException {
        Path none = Files.createDirectory(folder.resolve("none"));

        assertThatThrownBy(() -> LogFiles.of(List.of(folder.resolve("x"))))
                .hasMessageEndingWith("x: no such file or folder");
        assertThatThrownBy(() -> LogFiles.of(List.of(none))).hasMessageContaining("no records in this folder");
    }
}
