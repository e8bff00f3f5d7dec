package io.goodput.logs.file;

import io.goodput.telemetry.frame.FrameKey;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Opens files as what their first bytes say they are.
 *
 * @param bounds frames of other times are passed over
 * @param key of files that are sealed; null if nobody gave one
 * @param report what cannot be read is told there
 */
public record LogFileReader(TimeBounds bounds, @Nullable FrameKey key, ReadReport report) {
    private static final int BUFFER = 128 << 10;

    /** The same for one reading of files in parts, of which one file may have several that are damaged. */
    public LogFileReader inParts() {
        return new LogFileReader(bounds, key, report.ofParts());
    }

    /** Whether a file has frames of ours. */
    public static boolean hasFrames(Path file) throws IOException {
        return FirstBytes.of(file).areOurs(file);
    }

    /** Whether a file is text that was compressed by others: it is written once, and grows no more. */
    public static boolean isCompressed(Path file) throws IOException {
        FirstBytes first = FirstBytes.of(file);
        return !first.areOurs(file) && first.isCompressed();
    }

    /** The lines of a file. */
    public LineBlocks open(Path file) throws IOException {
        return open(FilePart.all(file));
    }

    /** The lines of a part of a file. */
    public LineBlocks open(FilePart part) throws IOException {
        Path file = part.file();
        FirstBytes first = FirstBytes.of(file);
        if (first.areOurs(file)) {
            return new FramedLines(part, bounds, key, report);
        }
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            return new StreamLines(file, first.decompressed(in), report);
        } catch (IOException | RuntimeException failed) {
            in.close();
            throw failed;
        }
    }
}
