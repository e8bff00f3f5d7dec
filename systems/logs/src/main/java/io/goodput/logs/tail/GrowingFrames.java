package io.goodput.logs.tail;

import io.goodput.ion.IonLines;
import io.goodput.telemetry.frame.Frame;
import io.goodput.telemetry.frame.FrameKey;
import io.goodput.telemetry.frame.FrameReader;
import io.goodput.telemetry.frame.KeyMissingException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A file of frames: what is flushed is whole, so each look finds whole frames. */
final class GrowingFrames implements GrowingFile {
    private final @Nullable Object identity;
    private Path file;
    private final FileChannel channel;
    private final FrameReader frames;

    GrowingFrames(Path file, @Nullable FrameKey key) throws IOException {
        this.file = file;
        this.identity = FileIdentity.of(file);
        channel = FileChannel.open(file);
        frames = new FrameReader(channel, key, new IonLines());
    }

    @Override
    public void read(Consumer<byte[]> to) throws IOException {
        try {
            for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
                lines(frame.text(), frame.text().length, to);
            }
        } catch (KeyMissingException sealed) {
            throw new IOException(file + " is sealed (expected: its key, by --key)", sealed);
        }
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
    public void skip() throws IOException {
        if (frames.next(_ -> false) != null) {
            throw new IllegalStateException("a frame that nobody wants: " + file);
        }
    }

    /** Each with its line feed. */
    static void lines(byte[] text, int length, Consumer<byte[]> to) {
        int start = 0;
        for (int i = 0; i < length; i++) {
            if (text[i] == '\n') {
                to.accept(Arrays.copyOfRange(text, start, i + 1));
                start = i + 1;
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            frames.close();
        }
    }
}
