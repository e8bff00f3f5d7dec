package io.goodput.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, sent to what was packaged while it shows its progress. */
class InterruptIT {
    private static final String ERASED = "\r\u001b[K";

    @TempDir
    private Path folder;

    @Test
    void an_interrupt_leaves_the_line_clean_and_no_report() throws Exception {
        Process lab = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dgoodput.err=80",
                        "-jar",
                        Path.of("target/app/goodput.jar").toAbsolutePath().toString(),
                        "lab",
                        "retry-storm",
                        "--seeds",
                        "10000",
                        "--html",
                        "report.html",
                        "--json",
                        "report.json",
                        "--svg",
                        "pictures")
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            String shown = untilProgress(lab.getErrorStream());
            new ProcessBuilder("kill", "-INT", Long.toString(lab.pid())).start().waitFor();
            shown += new String(lab.getErrorStream().readAllBytes(), UTF_8);

            assertThat(lab.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(lab.exitValue()).isEqualTo(130);
            assertThat(shown.substring(0, shown.lastIndexOf(ERASED))).contains("retry-storm");
            assertThat(shown).endsWith(ERASED);
            assertThat(files()).isEmpty();
        } finally {
            lab.destroyForcibly();
        }
    }

    /** Waits by reading: the bar appears as soon as there is something to tell. */
    private static String untilProgress(InputStream err) throws IOException {
        var shown = new StringBuilder();
        for (int next = err.read(); next >= 0; next = err.read()) {
            shown.append((char) next);
            if (next == '%') {
                return shown.toString();
            }
        }
        throw new AssertionError("ended before it showed progress: " + shown);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
