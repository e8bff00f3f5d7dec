package io.goodput.server.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The lock of a folder, which the kernel keeps: it is gone with its process, however that ends.
 *
 * <p>A lock of POSIX belongs to the process and is lost as soon as the process closes the file by whatever handle. So
 * nothing else is in that file, and who wants it in a process that has it is refused before the file is opened.
 */
final class FolderLock implements AutoCloseable {
    static final String FILE = "lock";

    /** Those of this process. */
    private static final Set<Path> TAKEN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Takes it; null if somebody has it. */
    static @Nullable FolderLock take(Path named) throws IOException {
        Path folder = named.toRealPath();
        if (!TAKEN.add(folder)) {
            return null;
        }
        FileChannel channel = null;
        boolean isTaken = false;
        try {
            channel = FileChannel.open(
                    folder.resolve(FILE),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    PrivateFiles.fileAttributes());
            isTaken = channel.tryLock() != null;
            return isTaken ? new FolderLock(folder, channel) : null;
        } finally {
            if (!isTaken) {
                TAKEN.remove(folder);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    /** Whether somebody has it now. */
    static boolean isTaken(Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve(FILE))) {
            return false;
        }
        try (FolderLock free = take(folder)) {
            return free == null;
        }
    }

    /** Gives it back. The file stays: who deleted it could delete the lock of somebody who has just come. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            TAKEN.remove(folder);
        }
    }
}
