package io.goodput.logs.tail;

import io.goodput.logs.file.LogFileReader;
import io.goodput.logs.file.LogFiles;
import io.goodput.telemetry.frame.FrameKey;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Files and folders, whose newest lines are told, and then what is added. Not thread-safe. */
public final class TailedFiles implements Closeable {
    private final List<Path> named;
    private final @Nullable FrameKey key;
    private final Map<Path, GrowingFile> open = new TreeMap<>();

    /**
     * None is opened yet.
     *
     * @param key of files that are sealed; null if nobody gave one
     */
    public TailedFiles(List<Path> named, @Nullable FrameKey key) {
        this.named = List.copyOf(named);
        this.key = key;
    }

    /**
     * The last lines that are wanted, oldest first; what comes after them is told by {@link #look}.
     *
     * @throws IllegalArgumentException if a file is not there
     */
    public List<byte[]> last(int most, Predicate<byte[]> wanted) throws IOException {
        List<byte[]> lines = new ArrayList<>();
        for (Path file : LogFiles.of(named).reversed()) {
            GrowingFile growing = growing(file);
            open.put(file, growing);
            if (lines.size() < most) {
                lines.addAll(0, last(growing, most - lines.size(), wanted));
            } else {
                growing.skip();
            }
        }
        return lines;
    }

    private static List<byte[]> last(GrowingFile file, int most, Predicate<byte[]> wanted) throws IOException {
        Deque<byte[]> newest = new ArrayDeque<>();
        file.read(line -> {
            if (wanted.test(line)) {
                newest.add(line);
                if (newest.size() > most) {
                    newest.removeFirst();
                }
            }
        });
        return new ArrayList<>(newest);
    }

    private GrowingFile growing(Path file) throws IOException {
        if (LogFileReader.hasFrames(file)) {
            return new GrowingFrames(file, key);
        }
        return LogFileReader.isCompressed(file) ? new CompressedText(file) : new GrowingText(file);
    }

    /**
     * Tells what was added since the last look, file by file: all of new files, and the rest of those that are gone. A
     * file that was only renamed, or compressed by whoever rotates it, is no new one.
     */
    public void look(Consumer<byte[]> to) throws IOException {
        List<Path> there = there();
        Set<Path> before = new HashSet<>(open.keySet());
        while (followOneMoved(there)) {
            // Whose name it has now may have been moved on as well.
        }
        for (var each : new TreeMap<>(open).entrySet()) {
            each.getValue().read(to);
            if (!there.contains(each.getKey())) {
                open.remove(each.getKey());
                each.getValue().close();
            }
        }
        for (Path file : there) {
            if (!open.containsKey(file)) {
                openNew(file, before, to);
            }
        }
    }

    /** Whether a file had another name at the last look. */
    private boolean followOneMoved(List<Path> there) throws IOException {
        for (Path file : there) {
            Object identity = open.containsKey(file) ? null : FileIdentity.of(file);
            if (identity != null) {
                for (var known : open.entrySet()) {
                    GrowingFile growing = known.getValue();
                    if (identity.equals(growing.identity()) && !identity.equals(FileIdentity.of(known.getKey()))) {
                        open.remove(known.getKey());
                        growing.movedTo(file);
                        open.put(file, growing);
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void openNew(Path file, Set<Path> before, Consumer<byte[]> to) throws IOException {
        try {
            GrowingFile growing = growing(file);
            open.put(file, growing);
            if (growing instanceof CompressedText && before.contains(uncompressed(file))) {
                growing.skip();
            }
            growing.read(to);
        } catch (NoSuchFileException goneAlready) {
            open.remove(file);
        }
    }

    private static Path uncompressed(Path file) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
    }

    private List<Path> there() throws IOException {
        List<Path> there = new ArrayList<>();
        for (Path each : named) {
            if (Files.isDirectory(each)) {
                there.addAll(LogFiles.inFolder(each));
            } else if (Files.exists(each)) {
                there.add(each);
            }
        }
        return there;
    }

    @Override
    public void close() throws IOException {
        for (GrowingFile file : open.values()) {
            file.close();
        }
        open.clear();
    }
}
