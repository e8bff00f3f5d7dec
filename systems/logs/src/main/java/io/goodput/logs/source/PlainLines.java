package io.goodput.logs.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * The lines of a plain file, from where the last reading ended. A line that has no end yet waits for it. One of more
 * than {@value #MOST_BYTES} bytes is passed over and counted: no record is so long.
 */
final class PlainLines {
    static final int MOST_BYTES = 64 * 1024;

    private final Path file;
    private final byte[] line = new byte[MOST_BYTES];
    private int length;
    private boolean isTooLong;
    private long position;
    private long tooLong;

    PlainLines(Path file) {
        this.file = file;
    }

    void read(Consumer<String> sink) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < position) {
                startAgain();
            }
            var bytes = ByteBuffer.allocate(1 << 16);
            for (int read = channel.read(bytes, position); read > 0; read = channel.read(bytes.clear(), position)) {
                position += read;
                bytes.flip();
                while (bytes.hasRemaining()) {
                    take(bytes.get(), sink);
                }
            }
        }
    }

    /** It was cut short, or is another file now. */
    private void startAgain() {
        position = 0;
        length = 0;
        isTooLong = false;
    }

    private void take(byte next, Consumer<String> sink) {
        if (next == '\n') {
            if (isTooLong) {
                tooLong++;
            } else if (length > 0) {
                sink.accept(new String(line, 0, length, StandardCharsets.UTF_8));
            }
            length = 0;
            isTooLong = false;
        } else if (length == MOST_BYTES) {
            isTooLong = true;
        } else {
            line[length++] = next;
        }
    }

    /** Lines passed over. */
    long tooLong() {
        return tooLong;
    }

    /** Whether the last line has no end. */
    boolean isTorn() {
        return length > 0;
    }
}
