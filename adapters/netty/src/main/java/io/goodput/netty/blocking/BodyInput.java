package io.goodput.netty.blocking;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request's body as a stream. */
final class BodyInput extends InputStream {
    private final PieceHandover handover;
    private @Nullable ByteBuf piece;
    private boolean over;

    BodyInput(PieceHandover handover) {
        this.handover = handover;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        if (piece == null && !over) {
            piece = handover.take();
            over = piece == null;
        }
        ByteBuf now = piece;
        if (now == null) {
            return -1;
        }
        int count = Math.min(length, now.readableBytes());
        now.readBytes(bytes, from, count);
        if (!now.isReadable()) {
            now.release();
            piece = null;
        }
        return count;
    }

    @Override
    public int available() {
        return piece == null ? 0 : piece.readableBytes();
    }

    /** Lets go of what has come; the rest of the body is nobody's. */
    @Override
    public void close() {
        over = true;
        if (piece != null) {
            piece.release();
            piece = null;
        }
    }
}
