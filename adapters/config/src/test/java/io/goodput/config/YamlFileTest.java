package io.goodput.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
    void readsAFileUnderTheNameItWasGiven() throws IOException {
        var file = Files.writeString(directory.resolve("ä.yaml"), "\uFEFFname: é😀\r\n");
        var root = YamlFile.read(file);
        assertThat(root.entries().get("name")).extracting(Node::text).isEqualTo("é😀");
        assertThat(root.place().file()).isEqualTo(file.toString());
    }

    @Test
    void refusesAMissingFileAndADirectory() {
        refuses(directory.resolve("none.yaml"), "no such file");
        refuses(directory, "is a directory");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void refusesADeviceWithoutReadingIt() {
        refuses(Path.of("/dev/zero"), "not a regular file");
    }

    @Test
    void refusesALargeFileByItsSize() throws IOException {
        var file = directory.resolve("large.yaml");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(50L << 20);
        }
        refuses(file, "larger than 1 MiB");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void refusesAFileWhoseSizeLies() {
        // The kernel's symbols: of size 0 by the file's attributes, yet megabytes long.
        var file = Path.of("/proc/kallsyms");
        assumeTrue(Files.isReadable(file));
        refuses(file, "larger than 1 MiB");
    }

    @Test
    void readsAFileOfExactlyTheBound() throws IOException {
        var file = Files.writeString(directory.resolve("full.yaml"), "x".repeat(YamlFile.MAX_BYTES));
        assertThat(YamlFile.read(file).text()).hasSize(YamlFile.MAX_BYTES);
    }

    @Test
    void namesTheLineOfWhatIsNotUtf8() throws IOException {
        var file =
                Files.write(directory.resolve("latin.yaml"), new byte[] {'a', ':', '\r', '\n', 'b', '\n', (byte) 0xE9});
        assertThatThrownBy(() -> YamlFile.read(file))
                .isExactlyInstanceOf(ConfigException.class)
                .hasMessage(file + ":3: not UTF-8: byte 0xe9 (expected: UTF-8 text)");
    }

    @Test
    void aFileNameCannotPaintTheTerminal() {
        assertThatThrownBy(() -> YamlFile.parse("x\u001b[31m", "")).hasMessageStartingWith("x\\u001b[31m:1: ");
    }

    private static void refuses(Path file, String problem) {
        assertThatThrownBy(() -> YamlFile.read(file))
                .isExactlyInstanceOf(ConfigException.class)
                .hasMessage(file + ": " + problem + " (expected: a YAML file of at most 1 MiB)");
    }
}
