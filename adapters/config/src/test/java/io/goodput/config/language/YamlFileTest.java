package io.goodput.config.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.goodput.config.problem.ConfigException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class YamlFileTest {
    @TempDir
    Path directory;

    @Test
    void reads_a_file_under_the_name_it_was_given() throws IOException {
        var file = Files.writeString(directory.resolve("ä.yaml"), "\uFEFFname: é😀\r\n");
        var root = YamlFile.read(file);
        assertThat(root.entries().get("name")).extracting(Node::text).isEqualTo("é😀");
        assertThat(root.place().file()).isEqualTo(file.toString());
    }

    @Test
    void refuses_a_missing_file_and_a_directory() {
        refuses(directory.resolve("none.yaml"), "no such file");
        refuses(directory, "is a directory");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void refuses_a_device_without_reading_it() {
        refuses(Path.of("/dev/zero"), "not a regular file");
    }

    @Test
    void refuses_a_large_file_by_its_size() throws IOException {
        var file = directory.resolve("large.yaml");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(50L << 20);
        }
        refuses(file, "larger than 1 MiB");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void refuses_a_file_whose_size_lies() {
        // The kernel's symbols: of size 0 by the file's attributes, yet megabytes long.
        var file = Path.of("/proc/kallsyms");
        assumeTrue(Files.isReadable(file));
        refuses(file, "larger than 1 MiB");
    }

    @Test
    void reads_a_file_of_exactly_the_bound() throws IOException {
        var file = Files.writeString(directory.resolve("full.yaml"), "x".repeat(YamlFile.MAX_BYTES));
        assertThat(YamlFile.read(file).text()).hasSize(YamlFile.MAX_BYTES);
    }

    @Test
    void names_the_line_of_what_is_not_utf8() throws IOException {
        var file =
                Files.write(directory.resolve("latin.yaml"), new byte[] {'a', ':', '\r', '\n', 'b', '\n', (byte) 0xE9});
        assertThatThrownBy(() -> YamlFile.read(file))
                .isExactlyInstanceOf(ConfigException.class)
                .hasMessage(file + ":3:1: not UTF-8: byte 0xe9 (expected: UTF-8 text)");
    }

    @Test
    void a_file_name_cannot_paint_the_terminal() {
        assertThatThrownBy(() -> YamlFile.parse("x\u001b[31m", "")).hasMessageStartingWith("x\\u001b[31m:1:1: ");
    }

    private static void refuses(Path file, String problem) {
        assertThatThrownBy(() -> YamlFile.read(file))
                .isExactlyInstanceOf(ConfigException.class)
                .hasMessage(file + ": " + problem + " (expected: a YAML file of at most 1 MiB)");
    }
}
