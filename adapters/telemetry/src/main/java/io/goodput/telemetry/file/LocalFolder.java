package io.goodput.telemetry.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A folder of this machine: 0700, its files 0600. Whoever writes a file has it locked, so that another process with the
 * same folder does not delete it.
 */
final class LocalFolder implements Folder {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path path;

    LocalFolder(Path path) {
        this.path = path;
    }

    @Override
    public List<Entry> list() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                FileName name = FileName.parse(file.getFileName().toString());
                if (name != null) {
                    add(entries, name, file);
                }
            }
        } catch (NoSuchFileException _) {
            return List.of();
        }
        return entries;
    }

    @Override
    public OpenFile create(FileName name) throws IOException {
        Files.createDirectories(path, permissions("rwx------"));
        Path file = path.resolve(name.toString());
        return new LocalFile(
                file,
                FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        permissions("rw-------")));
    }

    @Override
    public boolean delete(FileName name) throws IOException {
        Path file = path.resolve(name.toString());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            boolean isFree = channel.tryLock() != null;
            return isFree && Files.deleteIfExists(file);
        } catch (NoSuchFileException _) {
            return true;
        } catch (OverlappingFileLockException _) {
            // Another writer of this process has it.
            return false;
        }
    }

    @Override
    public Space space() throws IOException {
        Path there = path;
        while (!Files.exists(there) && there.toAbsolutePath().getParent() != null) {
            there = there.toAbsolutePath().getParent();
        }
        FileStore store = Files.getFileStore(there);
        return new Space(store.getUsableSpace(), store.getTotalSpace());
    }

    private static void add(List<Entry> entries, FileName name, Path file) throws IOException {
        try {
            entries.add(new Entry(name, Files.size(file)));
        } catch (NoSuchFileException _) {
            // Somebody was quicker.
        }
    }

    private static FileAttribute<?>[] permissions(String text) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))}
                : new FileAttribute<?>[0];
    }

    private static final class LocalFile implements OpenFile {
        private final Path file;
        private final FileChannel channel;
        private final @Nullable Object key;

        LocalFile(Path file, FileChannel channel) throws IOException {
            this.file = file;
            this.channel = channel;
            channel.tryLock();
            key = key();
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        @Override
        public void truncate(long length) throws IOException {
            channel.truncate(length);
        }

        @Override
        public void sync() throws IOException {
            channel.force(false);
        }

        @Override
        public boolean isThere() {
            try {
                return java.util.Objects.equals(key, key());
            } catch (IOException _) {
                return false;
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }

        private @Nullable Object key() throws IOException {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        }
    }
}
