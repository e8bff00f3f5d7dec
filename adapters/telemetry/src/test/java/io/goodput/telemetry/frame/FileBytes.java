package io.goodput.telemetry.frame;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file in memory, to be read from and spoiled. */
public final class FileBytes implements SeekableByteChannel {
    private byte[] bytes;
    private int position;
    private long read;

    /** A copy of these. */
    public FileBytes(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** Frames one after the other, each of the lines of one text; {@code at} is the number of the line. */
    static byte[] ofFrames(@Nullable Sealer sealer, List<String> texts) {
        byte[] all = {};
        int line = 0;
        try (var buffer = new FrameBuffer(3)) {
            for (String text : texts) {
                buffer.clear();
                for (String each : text.lines().toList()) {
                    byte[] record = (each + "\n").getBytes(StandardCharsets.UTF_8);
                    buffer.add(record, record.length, ++line);
                }
                all = joined(all, buffer.encode(sealer));
            }
        }
        return all;
    }

    static byte[] joined(byte[] before, ByteBuffer more) {
        byte[] all = Arrays.copyOf(before, before.length + more.remaining());
        more.get(all, before.length, more.remaining());
        return all;
    }

    /** All texts that a reader finds. */
    static List<String> texts(FrameReader reader) throws Exception {
        List<String> texts = new ArrayList<>();
        for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
            texts.add(new String(frame.text(), StandardCharsets.UTF_8));
        }
        return texts;
    }

    /** How many bytes were read so far. */
    public long read() {
        return read;
    }

    void append(byte[] more) {
        bytes = joined(bytes, ByteBuffer.wrap(more));
    }

    @Override
    public int read(ByteBuffer to) {
        int count = Math.min(to.remaining(), bytes.length - position);
        if (count <= 0) {
            return to.hasRemaining() ? -1 : 0;
        }
        to.put(bytes, position, count);
        position += count;
        read += count;
        return count;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public FileBytes position(long to) {
        position = Math.toIntExact(to);
        return this;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public FileBytes truncate(long size) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(size, bytes.length));
        return this;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {}
}
