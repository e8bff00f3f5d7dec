package io.goodput.logs.tail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.telemetry.frame.FrameBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TailedFilesTest {
    private static final String FIRST = "shop-i1-20261130T180000.000Z-000001.jsonl.zst";
    private static final String SECOND = "shop-i1-20261130T181000.000Z-000002.jsonl.zst";

    @TempDir
    Path folder;

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** So many bytes of a frame at the end of a file; all if negative. */
    private static ByteBuffer appendFrame(Path file, int bytes, String... lines) throws IOException {
        try (var frame = new FrameBuffer(3);
                var out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line : lines) {
                byte[] record = (line + "\n").getBytes(UTF_8);
                frame.add(record, record.length, 1);
            }
            ByteBuffer encoded = ByteBuffer.allocate(frame.encode().remaining())
                    .put(frame.encode())
                    .flip();
            out.write(encoded.slice(0, bytes < 0 ? encoded.limit() : bytes));
            return encoded;
        }
    }

    private static List<String> text(List<byte[]> lines) {
        return lines.stream().map(TailText::plain).toList();
    }

    private static List<String> look(TailedFiles tailed) throws IOException {
        List<byte[]> lines = new ArrayList<>();
        tailed.look(lines::add);
        return text(lines);
    }

    private TailedFiles tailed() {
        return new TailedFiles(List.of(folder), null);
    }

    @Test
    void the_last_lines_are_of_the_newest_files_and_then_what_is_added() throws IOException {
        append(folder.resolve("a.jsonl"), "{\"n\":1}\n{\"n\":2}\n");
        append(folder.resolve("b.jsonl"), "{\"n\":3}\n{\"n\":4}\n");
        try (TailedFiles tailed = tailed()) {
            assertThat(text(tailed.last(3, _ -> true))).containsExactly("{\"n\":2}", "{\"n\":3}", "{\"n\":4}");
            append(folder.resolve("a.jsonl"), "{\"n\":5}\n");
            append(folder.resolve("b.jsonl"), "{\"n\":6}\n{\"n\":");
            assertThat(look(tailed)).containsExactly("{\"n\":5}", "{\"n\":6}");
            assertThat(look(tailed)).isEmpty();
            append(folder.resolve("b.jsonl"), "7}\n");
            assertThat(look(tailed)).containsExactly("{\"n\":7}");
        }
    }

    @Test
    void a_frame_is_told_when_it_is_whole_and_a_new_file_from_its_beginning() throws IOException {
        appendFrame(folder.resolve(FIRST), -1, "{\"n\":1}");
        try (TailedFiles tailed = tailed()) {
            assertThat(text(tailed.last(10, _ -> true))).containsExactly("{\"n\":1}");
            ByteBuffer frame = appendFrame(folder.resolve(FIRST), 60, "{\"n\":2}");
            assertThat(look(tailed)).isEmpty();
            try (var out = FileChannel.open(folder.resolve(FIRST), StandardOpenOption.APPEND)) {
                out.write(frame.slice(60, frame.limit() - 60));
            }
            appendFrame(folder.resolve(SECOND), -1, "{\"n\":3}");
            assertThat(look(tailed)).containsExactly("{\"n\":2}", "{\"n\":3}");
            Files.delete(folder.resolve(FIRST));
            appendFrame(folder.resolve(SECOND), -1, "{\"n\":4}");
            assertThat(look(tailed)).containsExactly("{\"n\":4}");
        }
    }

    @Test
    void a_file_that_was_cut_is_read_again_and_one_that_was_rotated_to_its_end_first() throws IOException {
        Path current = folder.resolve("current.jsonl");
        append(current, "{\"n\":1}\n{\"n\":2}\n");
        try (var tailed = new TailedFiles(List.of(current), null)) {
            tailed.last(0, _ -> true);
            Files.writeString(current, "{\"n\":3}\n");
            assertThat(look(tailed)).containsExactly("{\"n\":3}");
            append(current, "{\"n\":4}\n");
            Files.move(current, folder.resolve("current.jsonl.1"));
            append(current, "{\"n\":5}\n");
            assertThat(look(tailed)).containsExactly("{\"n\":4}", "{\"n\":5}");
        }
    }

    @Test
    void a_file_that_was_renamed_within_the_folder_is_not_told_again() throws IOException {
        Path current = folder.resolve("current.jsonl");
        append(current, "{\"n\":1}\n");
        append(folder.resolve("current.1.jsonl"), "{\"n\":0}\n");
        try (TailedFiles tailed = tailed()) {
            tailed.last(0, _ -> true);
            append(current, "{\"n\":2}\n");
            Files.move(folder.resolve("current.1.jsonl"), folder.resolve("current.2.jsonl"));
            Files.move(current, folder.resolve("current.1.jsonl"));
            append(current, "{\"n\":3}\n");
            assertThat(look(tailed)).containsExactlyInAnyOrder("{\"n\":2}", "{\"n\":3}");
            append(folder.resolve("current.1.jsonl"), "{\"n\":4}\n");
            append(current, "{\"n\":5}\n");
            assertThat(look(tailed)).containsExactlyInAnyOrder("{\"n\":4}", "{\"n\":5}");
        }
    }

    @Test
    void a_file_that_was_compressed_is_not_told_again_and_a_strange_one_is() throws IOException {
        Path current = folder.resolve("current.jsonl");
        append(current, "{\"n\":1}\n");
        try (TailedFiles tailed = tailed()) {
            tailed.last(0, _ -> true);
            compress(folder.resolve("current.jsonl.gz"), "{\"n\":1}\n");
            Files.delete(current);
            compress(folder.resolve("other.jsonl.gz"), "{\"n\":2}\n");
            assertThat(look(tailed)).containsExactly("{\"n\":2}");
        }
    }

    private static void compress(Path file, String text) throws IOException {
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(UTF_8));
        }
    }

    @Test
    void a_filter_looks_at_fields_and_inside_of_them() {
        byte[] line =
                "{\"tenant\":\"a=b\",\"outcome\":\"TIMEOUT\",\"details\":{\"plan\":{\"name\":\"gold\"},\"n\":3}}\n"
                        .getBytes(UTF_8);

        assertThat(new TailFilter(List.of("tenant=a=b", "details.plan.name=gold", "details.n=3"), true).test(line))
                .isTrue();
        assertThat(new TailFilter(List.of("tenant=a=b", "details.plan.name=silver"), false).test(line))
                .isFalse();
        assertThat(new TailFilter(List.of("missing="), false).test(line)).isFalse();
        assertThat(new TailFilter(List.of(), true).test("{\"outcome\":\"SUCCESS\"}\n".getBytes(UTF_8)))
                .isFalse();
        assertThat(new TailFilter(List.of(), true).test("{\"kind\":\"health\"}\n".getBytes(UTF_8)))
                .isFalse();
        assertThatThrownBy(() -> new TailFilter(List.of("tenant"), false))
                .hasMessage("tenant (expected: field=value, as in tenant=acme)");
    }

    @Test
    void what_is_shown_is_one_line_and_no_order_to_a_terminal() {
        byte[] line =
                "{\"at\":\"t\",\"service\":\"s\",\"kind\":\"work\",\"operation\":\"o\\u001b[31m\\n\",\"us\":1500,\"error\":\"x\u202e\"}\n"
                        .getBytes(UTF_8);

        assertThat(new TailText().pretty(line)).isEqualTo("t s/- o\\u001b[31m\\n 1.500ms error=x\\u202e");
        assertThat(TailText.plain(line)).doesNotContain("\u202e").contains("\\u202e");
    }
}
