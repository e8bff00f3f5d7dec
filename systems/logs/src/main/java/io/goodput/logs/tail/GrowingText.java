package io.goodput.logs.tail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lines of plain text that anybody writes. A file that became shorter is read from its beginning, and so is one that
 * took the place of another, once that has been read to its end.
 */
final class GrowingText implements GrowingFile {
    private static final int BLOCK = 64 << 10;
    private static final int LONGEST_LINE = 1 << 20;

    private Path file;
    private FileChannel channel;
    private @Nullable Object identity;
    private byte[] buffer = new byte[BLOCK];
    private int held;
    private long position;

    GrowingText(Path file) throws IOException {
        this.file = file;
        channel = FileChannel.open(file);
        identity = FileIdentity.of(file);
    }

    @Override
    public @Nullable Object identity() {
        return identity;
    }

    @Override
    public void movedTo(Path path) {
        file = path;
    }

    @Override
    public void read(Consumer<byte[]> to) throws IOException {
        readOpened(to);
        Object now = FileIdentity.of(file);
        if (now != null && !Objects.equals(now, identity)) {
            identity = now;
            channel.close();
            channel = FileChannel.open(file);
            restart();
            readOpened(to);
        }
    }

    private void restart() {
        position = 0;
        held = 0;
    }

    private void readOpened(Consumer<byte[]> to) throws IOException {
        if (channel.size() < position) {
            restart();
        }
        while (true) {
            if (held == buffer.length) {
                makeRoom();
            }
            int read = channel.read(ByteBuffer.wrap(buffer, held, buffer.length - held), position);
            if (read <= 0) {
                return;
            }
            position += read;
            held += read;
            tellLines(to);
        }
    }

    private void tellLines(Consumer<byte[]> to) {
        int end = held;
        while (end > 0 && buffer[end - 1] != '\n') {
            end--;
        }
        GrowingFrames.lines(buffer, end, to);
        System.arraycopy(buffer, end, buffer, 0, held - end);
        held -= end;
    }

    private void makeRoom() {
        if (buffer.length < LONGEST_LINE) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        } else {
            held = 0;
        }
    }

    @Override
    public void skip() throws IOException {
        readOpened(_ -> {});
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
