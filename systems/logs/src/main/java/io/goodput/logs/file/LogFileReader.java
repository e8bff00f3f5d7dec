package io.goodput.logs.file;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import io.goodput.telemetry.file.FileName;
import io.goodput.telemetry.frame.FrameKey;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
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

    private static final int ZSTANDARD = 0xFD2FB528;
    private static final int SKIPPABLE = 0x184D2A50;
    private static final int SKIPPABLE_BITS = 0xFFFFFFF0;
    private static final int GZIP = 0x8B1F;
    private static final int GZIP_BITS = 0xFFFF;

    /** The lines of a file. */
    public LineBlocks open(Path file) throws IOException {
        int magic = magic(file);
        if ((magic & SKIPPABLE_BITS) == SKIPPABLE || FileName.parse(file.getFileName().toString()) != null) {
            return new FramedLines(file, bounds, key, report);
        }
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            return new StreamLines(file, decompressed(in, magic), report);
        } catch (IOException | RuntimeException failed) {
            in.close();
            throw failed;
        }
    }

    private static int magic(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] first = in.readNBytes(Integer.BYTES);
            return first.length < Integer.BYTES
                    ? 0
                    : ByteBuffer.wrap(first).order(ByteOrder.LITTLE_ENDIAN).getInt();
        }
    }

    private static InputStream decompressed(InputStream in, int magic) throws IOException {
        if (magic == ZSTANDARD) {
            return new ZstdInputStreamNoFinalizer(in);
        }
        return (magic & GZIP_BITS) == GZIP ? new GZIPInputStream(in, BUFFER) : in;
    }
}
