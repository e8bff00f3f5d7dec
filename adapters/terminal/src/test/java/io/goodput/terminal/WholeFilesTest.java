package io.goodput.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFilesTest {
    @TempDir
    private Path folder;

    @Test
    void a_file_takes_the_place_of_the_one_before() throws IOException {
        Path file = folder.resolve("report.html");
        try (var files = new WholeFiles()) {
            files.write(file, "first");
            files.write(file, "second");
        }
        assertThat(file).hasContent("second");
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void what_cannot_take_its_name_leaves_nothing_behind() throws IOException {
        Path taken = folder.resolve("report.html");
        Files.createDirectories(taken.resolve("inside"));
        try (var files = new WholeFiles()) {
            assertThatThrownBy(() -> files.write(taken, "text")).isInstanceOf(IOException.class);
        }
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(taken));
    }
}
