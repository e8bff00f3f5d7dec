package io.goodput.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A command that has run to its end: its exit status, and all that it printed. */
record Run(int status, String output) {
    static Run of(Path folder, Map<String, String> environment, List<String> command) throws Exception {
        var printed = Files.createTempFile("goodput", ".log");
        try {
            var builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.environment().putAll(environment);
            var process = builder.redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            int status = process.waitFor();
            return new Run(status, Files.readString(printed, UTF_8));
        } finally {
            Files.delete(printed);
        }
    }

    /** What it printed, where it must have gone well. */
    String succeeded() throws IOException {
        if (status != 0) {
            throw new AssertionError("exit status %d%n%s".formatted(status, output));
        }
        return output;
    }
}
