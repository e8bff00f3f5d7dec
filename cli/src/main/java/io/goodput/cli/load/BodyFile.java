package io.goodput.cli.load;

import io.goodput.config.problem.ConfigException;
import io.goodput.load.HttpTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The body of a request, from a file. */
public final class BodyFile {
    private BodyFile() {}

    /** Its bytes; none without a file. The bound holds before the file is read. */
    public static byte[] read(@Nullable Path file) {
        if (file == null) {
            return new byte[0];
        }
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > HttpTarget.MOST_BODY) {
                throw new ConfigException("--body: " + file + " (expected: a file of at most 1MiB)");
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new ConfigException("--body: " + file + " cannot be read");
        }
    }
}
