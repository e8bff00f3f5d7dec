package io.goodput.logs.file;

import com.github.luben.zstd.ZstdIOException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a stream. What stands after the last line feed counts if it is a whole object, as a writer that ends its
 * file without one leaves it; else it is torn, and left out. So is a stream that breaks off.
 */
final class StreamLines implements LineBlocks {
    private static final int BLOCK = 256 << 10;
    private static final int LONGEST_LINE = 1 << 20;

    private final Path file;
    private final InputStream in;
    private final ReadReport report;
    private byte[] buffer = new byte[BLOCK];
    /** Bytes of the last block that were handed out, and how many are there in all. */
    private int taken;

    private int filled;
    private boolean isEnd;
    private boolean isSkipping;
    private long skipped;

    StreamLines(Path file, InputStream in, ReadReport report) {
        this.file = file;
        this.in = in;
        this.report = report;
    }

    @Override
    public @Nullable LineBlock next() throws IOException {
        System.arraycopy(buffer, taken, buffer, 0, filled - taken);
        filled -= taken;
        taken = 0;
        while (true) {
            int before = filled;
            fill();
            if (isSkipping) {
                before = 0;
                dropToLineFeed();
            }
            for (int i = filled - 1; i >= before; i--) {
                if (buffer[i] == '\n') {
                    taken = i + 1;
                    return new LineBlock(buffer, taken);
                }
            }
            if (isEnd) {
                return last();
            }
            if (filled == buffer.length) {
                makeRoom();
            }
        }
    }

    private void fill() throws IOException {
        while (!isEnd && filled < buffer.length) {
            int count = read();
            if (count < 0) {
                isEnd = true;
            } else {
                filled += count;
            }
        }
    }

    private int read() throws IOException {
        try {
            return in.read(buffer, filled, buffer.length - filled);
        } catch (EOFException | ZstdIOException brokenOff) {
            // What was compressed was not written to its end: all that could be read has been.
            report.add(file, FileDamage.torn(0));
            return -1;
        }
    }

    /** A line longer than the block: longer ones than any record are left out. */
    private void makeRoom() {
        if (buffer.length < LONGEST_LINE) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        } else {
            skipped++;
            filled = 0;
            isSkipping = true;
        }
    }

    /** Of a line that is left out, its rest. */
    private void dropToLineFeed() {
        int at = 0;
        while (at < filled && buffer[at] != '\n') {
            at++;
        }
        isSkipping = at == filled;
        int from = Math.min(filled, at + 1);
        System.arraycopy(buffer, from, buffer, 0, filled - from);
        filled -= from;
    }

    private @Nullable LineBlock last() {
        int length = filled;
        filled = 0;
        if (length == 0) {
            return null;
        }
        if (!LastLine.isWhole(buffer, length)) {
            report.add(file, FileDamage.torn(length));
            return null;
        }
        if (length == buffer.length) {
            buffer = Arrays.copyOf(buffer, length + 1);
        }
        buffer[length] = '\n';
        return new LineBlock(buffer, length + 1);
    }

    @Override
    public void close() throws IOException {
        report.add(file, FileDamage.strange(skipped));
        in.close();
    }
}
