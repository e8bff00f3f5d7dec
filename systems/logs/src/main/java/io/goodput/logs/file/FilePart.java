package io.goodput.logs.file;

import io.goodput.telemetry.frame.FrameParts;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A part of a file, of those that have frames; of others there is one only.
 *
 * @param begin where its first frame begins
 * @param end where the next part begins; {@link Long#MAX_VALUE} if it is the last
 */
public record FilePart(Path file, long begin, long end) {
    /** As it stands in the file: large enough that it does not matter what it costs to cut it. */
    public static final long BYTES = 2 << 20;

    /** The first part of a file. */
    public static FilePart first(Path file) throws IOException {
        return FirstBytes.of(file).areOurs(file) ? from(file, 0) : all(file);
    }

    static FilePart all(Path file) {
        return new FilePart(file, 0, Long.MAX_VALUE);
    }

    /** Whether there is none behind it. */
    public boolean isLast() {
        return end == Long.MAX_VALUE;
    }

    /** The one behind it. */
    public FilePart next() throws IOException {
        return from(file, end);
    }

    private static FilePart from(Path file, long begin) throws IOException {
        try (var channel = FileChannel.open(file)) {
            return new FilePart(file, begin, FrameParts.end(channel, begin, BYTES));
        }
    }
}
