package io.goodput.server.folder;

import io.goodput.Range;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which formats of a folder a server can read: from the oldest to the current one, which it writes. The file
 * {@code format} in the folder says whose it is and which it has: {@code goodput queue 3}.
 *
 * @param server its name
 * @param oldest that it still reads
 * @param current that it writes
 */
public record FolderFormat(String server, int oldest, int current) {
    static final String FILE = "format";

    private static final Pattern CONTENT = Pattern.compile("goodput ([a-z][a-z0-9-]{0,31}) ([1-9][0-9]{0,5})\n");
    private static final int MOST_BYTES = 64;
    private static final Set<String> OF_THE_HOUSE = Set.of(FolderLock.FILE, Occupant.FILE, AdminToken.FILE);

    /** Refuses what is no range. */
    public FolderFormat {
        new Range<>(1, current).check("oldest", oldest);
    }

    /**
     * What the folder has; the current format if it is empty.
     *
     * @throws IOException if it is another server's, newer or older than can be read, or holds files and no format
     */
    int check(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            refuseStrangers(folder);
            return current;
        }
        Matcher content;
        try (var in = Files.newInputStream(file)) {
            content = CONTENT.matcher(new String(in.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1));
        }
        if (!content.matches()) {
            throw new IOException(file + " says no format (expected: goodput " + server + " " + current + ")");
        }
        if (!content.group(1).equals(server)) {
            throw new IOException(folder + " belongs to goodput " + content.group(1) + " (expected: one of goodput "
                    + server + ", or an empty one)");
        }
        int found = Integer.parseInt(content.group(2));
        if (found > current) {
            throw new IOException(folder + " has format " + found
                    + ", which is newer than this goodput (expected: at most " + current + "); it is left as it is");
        }
        if (found < oldest) {
            throw new IOException(folder + " has format " + found + " (expected: " + oldest + " to " + current
                    + "); a goodput in between has to take it over first");
        }
        return found;
    }

    /** A folder with files of others was meant for something else. */
    private static void refuseStrangers(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var stranger = files.map(each -> each.getFileName().toString())
                    .filter(name -> !OF_THE_HOUSE.contains(name) && !name.startsWith("."))
                    .sorted()
                    .findFirst();
            if (stranger.isPresent()) {
                throw new IOException(folder + " holds " + stranger.get()
                        + " and no format (expected: an empty folder, or one that this server made)");
            }
        }
    }

    /** Writes the current one. */
    void write(Path folder) throws IOException {
        byte[] content = ("goodput " + server + " " + current + "\n").getBytes(StandardCharsets.ISO_8859_1);
        PrivateFiles.write(folder.resolve(FILE), content);
    }
}
