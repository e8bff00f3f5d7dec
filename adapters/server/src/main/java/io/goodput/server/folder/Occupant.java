package io.goodput.server.folder;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The process that has a folder, as it says of itself in the file {@code process}: a line {@code name=value} for each.
 *
 * @param server its name: {@code queue}
 * @param pid its number
 * @param since when it took the folder
 * @param admin where it can be asked; null before it serves
 */
public record Occupant(
        String server, long pid, Instant since, @Nullable URI admin) {
    static final String FILE = "process";

    private static final int MOST_BYTES = 4096;

    /** The same, once it can be asked. */
    public Occupant at(URI admin) {
        return new Occupant(server, pid, since, admin);
    }

    /** Says so in a folder. */
    void write(Path folder) throws IOException {
        String known = "server=" + server + "\npid=" + pid + "\nsince=" + since + "\n";
        String text = admin == null ? known : known + "admin=" + admin + "\n";
        PrivateFiles.write(folder.resolve(FILE), text.getBytes(StandardCharsets.UTF_8));
    }

    /** What a folder says; null if it says nothing that can be read. */
    static @Nullable Occupant read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try (var in = Files.newInputStream(file)) {
            return parse(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
        }
    }

    private static @Nullable Occupant parse(String text) {
        Map<String, String> values = text.lines()
                .map(line -> line.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (_, last) -> last));
        String server = values.get("server");
        String pid = values.get("pid");
        String since = values.get("since");
        if (server == null || pid == null || since == null) {
            return null;
        }
        try {
            String admin = values.get("admin");
            return new Occupant(
                    server, Long.parseLong(pid), Instant.parse(since), admin == null ? null : URI.create(admin));
        } catch (DateTimeParseException | IllegalArgumentException _) {
            return null;
        }
    }

    /** For a message: {@code goodput queue, process 4711, since 2026-11-30T12:00:00Z}. */
    @Override
    public String toString() {
        return "goodput " + server + ", process " + pid + ", since " + since;
    }
}
