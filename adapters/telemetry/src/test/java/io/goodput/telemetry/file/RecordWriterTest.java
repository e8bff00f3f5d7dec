package io.goodput.telemetry.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.telemetry.frame.Damage;
import io.goodput.telemetry.frame.FrameKey;
import io.goodput.telemetry.record.Drop;
import io.goodput.telemetry.record.Ledger;
import io.goodput.telemetry.record.RecordOrigin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class RecordWriterTest {
    private static final RecordOrigin ORIGIN = new RecordOrigin("orders", "pod-1", "1.2.3");

    private final Ledger ledger = new Ledger();

    @TempDir
    Path temp;

    private Path folder() {
        return temp.resolve("a/records");
    }

    private void write(WriterSettings settings, int records) {
        try (var writer = RecordWriter.start(ORIGIN, settings, ledger)) {
            for (int i = 0; i < records; i++) {
                ledger.begun();
                writer.leave(new Told(i));
            }
        }
    }

    @Test
    void what_is_handed_over_is_in_a_file_when_it_was_closed_and_the_account_comes_last() throws Exception {
        write(WriterSettings.in(folder()), 2000);

        ReadBack read = ReadBack.of(folder());
        assertThat(read.numbers())
                .containsExactlyElementsOf(LongStream.range(0, 2000).boxed().toList());
        assertThat(read.damage()).isEqualTo(Damage.NONE);
        assertThat(read.files()).hasSize(1);
        JsonNode last = read.records().getLast();
        assertThat(last.get("kind").asString()).isEqualTo("accounting");
        assertThat(last.get("service").asString()).isEqualTo("orders");
        assertThat(last.get("release").asString()).isEqualTo("1.2.3");
        assertThat(last.get("begun").asLong()).isEqualTo(2000);
        assertThat(last.get("written").asLong()).isEqualTo(2000);
        assertThat(last.get("open").asLong()).isZero();
        assertThat(last.get("dropped").size()).isEqualTo(Drop.values().length);
        assertThat(ledger.accounting().written()).isEqualTo(2000);
    }

    @Test
    void the_folder_and_its_files_are_for_their_owner_only() throws Exception {
        write(WriterSettings.in(folder()), 1);

        Path file = folder().resolve(ReadBack.names(folder()).getFirst().toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void the_lines_are_printed_by_zstdcat() throws Exception {
        write(WriterSettings.in(folder()), 100);
        Path file = folder().resolve(ReadBack.names(folder()).getFirst().toString());
        org.junit.jupiter.api.Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/zstdcat")), "no zstdcat here");

        var process = new ProcessBuilder("/usr/bin/zstdcat", file.toString()).start();
        long lines = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("\"work\""))
                .count();

        assertThat(process.waitFor()).isZero();
        assertThat(lines).isEqualTo(100);
    }

    @Test
    void a_sealed_folder_is_read_with_its_key() throws Exception {
        var key = new FrameKey(new byte[32]);
        write(WriterSettings.builder(folder()).key(key).build(), 100);

        ReadBack read = ReadBack.of(folder(), key);
        assertThat(read.numbers()).hasSize(100);
        assertThat(read.files().getFirst().isSealed()).isTrue();
    }

    @Test
    void a_second_writer_appends_nothing_to_what_the_first_left() throws Exception {
        write(WriterSettings.in(folder()), 10);
        write(WriterSettings.in(folder()), 10);

        ReadBack read = ReadBack.of(folder());
        assertThat(read.files()).hasSize(2);
        assertThat(read.files()).extracting(FileName::number).containsExactly(1L, 2L);
        assertThat(read.numbers()).hasSize(20);
    }
}
