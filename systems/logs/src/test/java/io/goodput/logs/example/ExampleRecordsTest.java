package io.goodput.logs.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.logs.file.LineBlock;
import io.goodput.logs.file.LineBlocks;
import io.goodput.logs.file.LogFileReader;
import io.goodput.logs.file.ReadReport;
import io.goodput.logs.file.TimeBounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files that are shipped are those that the program makes; what they are compressed to may change. */
class ExampleRecordsTest {
    private static final Path FOLDER = Path.of("..", "..", "examples", "logs");

    @Test
    void the_files_hold_what_the_program_makes() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".zst")))
                    .containsExactlyInAnyOrderElementsOf(ExampleRecords.FILES);
        }
        for (int i = 0; i < ExampleRecords.FILES.size(); i++) {
            assertThat(text(FOLDER.resolve(ExampleRecords.FILES.get(i))).lines().toList())
                    .isEqualTo(ExampleRecords.lines(i));
        }
    }

    private static String text(Path file) throws IOException {
        var report = new ReadReport();
        var text = new StringBuilder();
        try (LineBlocks blocks = new LogFileReader(TimeBounds.ALWAYS, null, report).open(file)) {
            for (LineBlock block = blocks.next(); block != null; block = blocks.next()) {
                text.append(new String(block.bytes(), 0, block.length(), UTF_8));
            }
        }
        assertThat(report.damaged()).isEmpty();
        return text.toString();
    }
}
