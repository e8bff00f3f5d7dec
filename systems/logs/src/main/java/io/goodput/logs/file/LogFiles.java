package io.goodput.logs.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the files that arguments mean: a file is itself, a folder its files of records, in the order of their names.
 */
public final class LogFiles {
    private static final int MOST = 100_000;
    private static final Pattern RECORDS =
            Pattern.compile(".+\\.((jsonl|ndjson)(\\.(zst|gz|zst\\.sealed|\\d+))*|ion\\.zst(\\.sealed)?)");

    private LogFiles() {}

    /**
     * The files, each once.
     *
     * @throws IllegalArgumentException if one is not there, a folder has none, or they are too many
     */
    public static List<Path> of(List<Path> named) throws IOException {
        SequencedSet<Path> files = new LinkedHashSet<>();
        for (Path each : named) {
            if (Files.isDirectory(each)) {
                List<Path> found = inFolder(each);
                if (found.isEmpty()) {
                    throw new IllegalArgumentException(
                            each
                                    + ": no records in this folder (expected: files such as *.jsonl, *.jsonl.zst or *.ion.zst)");
                }
                files.addAll(found);
            } else if (Files.isRegularFile(each)) {
                files.add(each);
            } else {
                throw new IllegalArgumentException(each + ": no such file or folder");
            }
        }
        if (files.size() > MOST) {
            throw new IllegalArgumentException(files.size() + " files (expected: <= " + MOST + ")");
        }
        return new ArrayList<>(files);
    }

    /** Those of a folder, in the order of their names. */
    public static List<Path> inFolder(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file ->
                            RECORDS.matcher(file.getFileName().toString()).matches())
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }
}
