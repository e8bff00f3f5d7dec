package io.goodput.logs.file;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens a file as what its first bytes say it is. */
public final class LogFileReader {
    private static final int BUFFER = 128 << 10;

    private LogFileReader() {}

    /** Its lines; what cannot be read is added to the report. */
    public static LineBlocks open(Path file, ReadReport report) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            return new StreamLines(file, decompressed(in), report);
        } catch (IOException | RuntimeException failed) {
            in.close();
            throw failed;
        }
    }

    private static InputStream decompressed(BufferedInputStream in) throws IOException {
        in.mark(4);
        byte[] first = in.readNBytes(4);
        in.reset();
        int magic = first.length < 4
                ? 0
                : first[0] & 0xff | (first[1] & 0xff) << 8 | (first[2] & 0xff) << 16 | (first[3] & 0xff) << 24;
        if (magic == 0xFD2FB528 || (magic & 0xFFFFFFF0) == 0x184D2A50) {
            return new ZstdInputStreamNoFinalizer(in);
        }
        return (magic & 0xFFFF) == 0x8B1F ? new GZIPInputStream(in, BUFFER) : in;
    }
}
