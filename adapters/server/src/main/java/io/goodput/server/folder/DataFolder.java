package io.goodput.server.folder;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a running server: made if it is missing (0700), locked, and of a format that the server reads. Closed,
 * another process may have it.
 */
public final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FolderFormat format;
    private final int found;
    private final FolderLock lock;
    private final Occupant occupant;
    private final AdminToken token;

    private DataFolder(
            Path path, FolderFormat format, int found, FolderLock lock, Occupant occupant, AdminToken token) {
        this.path = path;
        this.format = format;
        this.found = found;
        this.lock = lock;
        this.occupant = occupant;
        this.token = token;
    }

    /**
     * Where a server keeps its data unless it is told: {@code $XDG_STATE_HOME/goodput/NAME}, or that below
     * {@code ~/.local/state}.
     *
     * @param environment with {@code XDG_STATE_HOME}, which counts if it is absolute, and {@code HOME}
     */
    public static Path standard(String server, Map<String, String> environment) {
        String state = environment.get("XDG_STATE_HOME");
        if (state != null && !state.isEmpty()) {
            try {
                Path named = Path.of(state);
                if (named.isAbsolute()) {
                    return named.resolve("goodput").resolve(server);
                }
            } catch (InvalidPathException _) {
                // As the specification has it: what is no absolute path is as good as nothing.
            }
        }
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        return Path.of(home, ".local", "state", "goodput", server);
    }

    /**
     * Takes a folder.
     *
     * @throws FolderInUseException if another process has it
     * @throws IOException if it cannot be had, is open to others, or its format cannot be read
     */
    public static DataFolder open(Path path, FolderFormat format) throws IOException {
        Files.createDirectories(path, PrivateFiles.folderAttributes());
        PrivateFiles.refuseOpen(path, "700");
        var occupant = new Occupant(
                format.server(), ProcessHandle.current().pid(), Instant.now().truncatedTo(ChronoUnit.SECONDS), null);
        FolderLock lock = FolderLock.take(path);
        if (lock == null) {
            throw new FolderInUseException(path, Occupant.read(path));
        }
        try {
            int found = format.check(path);
            if (!Files.exists(path.resolve(FolderFormat.FILE))) {
                format.write(path);
            }
            occupant.write(path);
            return new DataFolder(path, format, found, lock, occupant, AdminToken.fresh(path));
        } catch (IOException | RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    /** Who has a folder now; null if nobody has. */
    public static @Nullable Occupant occupant(Path path) throws IOException {
        return FolderLock.isTaken(path) ? Occupant.read(path) : null;
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** The format in which it was found: the server brings it up to the current one. */
    public int found() {
        return found;
    }

    /** All that is in it has the current format now. */
    public void upgraded() throws IOException {
        format.write(path);
    }

    /** What has to come with whatever changes something. */
    public AdminToken token() {
        return token;
    }

    /** Says where the server can be asked, to whoever finds the folder taken. */
    public void tell(URI admin) throws IOException {
        occupant.at(admin).write(path);
    }

    /** Gives it back. */
    @Override
    public void close() throws IOException {
        try {
            token.withdraw();
            Files.deleteIfExists(path.resolve(Occupant.FILE));
        } finally {
            lock.close();
        }
    }
}
