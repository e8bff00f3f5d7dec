package io.goodput.telemetry.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {
    @TempDir
    Path temp;

    private Path file(String content, String permissions) throws IOException {
        Path file = Files.writeString(temp.resolve("key"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void a_key_is_32_bytes_or_64_digits() throws Exception {
        assertThatNoException().isThrownBy(() -> KeyFile.forFrames(file("k".repeat(32), "rw-------")));
        assertThatNoException().isThrownBy(() -> KeyFile.forFrames(file("0aF1".repeat(16) + "\n", "r--------")));
        assertThat(KeyFile.forSecrets(file("k".repeat(20), "rw-------"))).hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx------"})
    void a_key_that_is_open_to_others_is_refused(String permissions) throws Exception {
        Path file = file("k".repeat(32), permissions);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> KeyFile.forFrames(file))
                .withMessage(file + ": " + permissions + " (expected: rw------- or less; chmod 600 it)");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> KeyFile.forSecrets(file));
    }

    @Test
    void what_is_no_key_is_refused_and_not_told() throws Exception {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> KeyFile.forFrames(file("hunter2", "rw-------")))
                .withMessageContaining("7 bytes (expected: 32 bytes or 64 hexadecimal digits)")
                .withMessageNotContaining("hunter2");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> KeyFile.forSecrets(file("short", "rw-------")))
                .withMessageContaining("5 bytes (expected: >= 16)");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> KeyFile.forSecrets(file("k".repeat(5000), "rw-------")));
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> KeyFile.forFrames(temp.resolve("none")));
    }
}
