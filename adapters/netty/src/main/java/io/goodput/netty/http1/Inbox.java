package io.goodput.netty.http1;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that have come and are not read yet. Small ones are put together, so that a client that sends them one by one
 * takes no more memory than twice what it has sent.
 */
public final class Inbox {
    private @Nullable ArrayDeque<ByteBuf> buffers;
    private int bytes;

    /** Of no bytes so far. */
    public Inbox() {}

    /** Takes the buffer over. */
    public void add(ByteBuf buffer) {
        int more = buffer.readableBytes();
        bytes += more;
        if (buffers == null) {
            buffers = new ArrayDeque<>(2);
        }
        ByteBuf last = buffers.peekLast();
        if (more == 0) {
            buffer.release();
        } else if (last != null && last.refCnt() == 1 && more <= last.maxFastWritableBytes()) {
            last.writeBytes(buffer);
            buffer.release();
        } else {
            buffers.addLast(buffer);
        }
    }

    /** Whether all has been taken. */
    public boolean isEmpty() {
        return bytes == 0;
    }

    /** How many bytes are here. */
    public int bytes() {
        return bytes;
    }

    /** The first bytes, for a decoder, who moves its position; then {@link #taken} with how many it has taken. */
    public ByteBuffer view() {
        ByteBuf first = first();
        int from = first.readerIndex();
        int length = first.readableBytes();
        return first.nioBufferCount() == 1 ? first.internalNioBuffer(from, length) : first.nioBuffer(from, length);
    }

    /** So many of the first bytes are read. */
    public void taken(int count) {
        ByteBuf first = first();
        first.skipBytes(count);
        bytes -= count;
        dropIfEmpty(first);
    }

    /** Some of the first bytes, skipped so many; at least one. */
    public ByteBuf slice(int skipped, int length) {
        ByteBuf first = first();
        return first.retainedSlice(first.readerIndex() + skipped, length);
    }

    /** The first bytes, at most so many. */
    public ByteBuf take(int most) {
        ByteBuf first = first();
        if (first.readableBytes() <= most) {
            bytes -= first.readableBytes();
            return open().removeFirst();
        }
        bytes -= most;
        return first.readRetainedSlice(most);
    }

    private void dropIfEmpty(ByteBuf first) {
        if (!first.isReadable()) {
            open().removeFirst().release();
        }
    }

    private ByteBuf first() {
        return open().getFirst();
    }

    private ArrayDeque<ByteBuf> open() {
        if (buffers == null) {
            throw new IllegalStateException("bytes: 0 (expected: >= 1)");
        }
        return buffers;
    }

    /** Throws all away. */
    public void clear() {
        while (buffers != null && !buffers.isEmpty()) {
            buffers.removeFirst().release();
        }
        bytes = 0;
    }
}
