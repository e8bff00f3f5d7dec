package io.goodput.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The last commit, put into a Maven repository on disk by the command that the README names. Once for all tests. */
final class PublishedFolder {
    static final String VERSION = "0.2.0";

    private static Path folder;

    private PublishedFolder() {}

    static synchronized Path folder() throws Exception {
        if (folder == null) {
            var empty = Path.of("target", "repository").toAbsolutePath().normalize();
            delete(empty);
            // Of an earlier one Maven would go on to use what it has seen: a version does not change.
            delete(Path.of("target", "m2", "io", "goodput"));
            assertThat(publish(Library.ROOT.toRealPath(), empty, Map.of()).succeeded())
                    .endsWith("goodput %s is in %s%n".formatted(VERSION, empty));
            folder = empty;
        }
        return folder;
    }

    static Run publish(Path house, Path folder, Map<String, String> environment) throws Exception {
        var everything = new HashMap<>(environment);
        everything.put("JAVA_HOME", System.getProperty("java.home"));
        return Run.of(
                house.getParent(),
                everything,
                List.of(house.resolve("goodput").toString(), "publish", folder.toString(), "--version", VERSION));
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> {
                    try {
                        Files.delete(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        }
    }
}
