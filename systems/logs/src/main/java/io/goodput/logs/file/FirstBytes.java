package io.goodput.logs.file;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import io.goodput.telemetry.file.FileName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * What a file is, by how it begins.
 *
 * @param magic its first four bytes, as a number
 * @param mark the four after the next four: what tells our skippable frames from those of others
 */
record FirstBytes(int magic, int mark) {
    private static final int BYTES = 12;
    private static final int BUFFER = 128 << 10;

    private static final int ZSTANDARD = 0xFD2FB528;
    private static final int SKIPPABLE = 0x184D2A50;
    private static final int SKIPPABLE_BITS = 0xFFFFFFF0;
    private static final int OURS = 'G' | 'P' << 8 | 'H' << 16 | '1' << 24;
    private static final int GZIP = 0x8B1F;
    private static final int GZIP_BITS = 0xFFFF;

    static FirstBytes of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            ByteBuffer bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
            in.readNBytes(bytes.array(), 0, BYTES);
            return new FirstBytes(bytes.getInt(0), bytes.getInt(BYTES - Integer.BYTES));
        }
    }

    /** Whether it has frames with heads; one whose name says so has, and is damaged at its beginning. */
    boolean areOurs(Path file) {
        boolean hasHead = (magic & SKIPPABLE_BITS) == SKIPPABLE && mark == OURS;
        return hasHead
                || (magic != ZSTANDARD && FileName.parse(file.getFileName().toString()) != null);
    }

    boolean isCompressed() {
        return isZstandard() || isGzip();
    }

    private boolean isZstandard() {
        return magic == ZSTANDARD || (magic & SKIPPABLE_BITS) == SKIPPABLE;
    }

    private boolean isGzip() {
        return (magic & GZIP_BITS) == GZIP;
    }

    InputStream decompressed(InputStream in) throws IOException {
        if (isZstandard()) {
            return new ZstdInputStreamNoFinalizer(in);
        }
        return isGzip() ? new GZIPInputStream(in, BUFFER) : in;
    }
}
