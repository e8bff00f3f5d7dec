package io.goodput.netty.blocking;

import io.goodput.http.head.Fields;
import io.goodput.netty.ServerExchange;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/** An answer's body as a stream: pieces of 16 KB. */
final class AnswerOutput extends OutputStream {
    private static final int PIECE = 16 << 10;

    private final ServerExchange exchange;
    private final PieceHandover handover;
    private byte[] bytes = new byte[512];
    private int length;
    private boolean closed;

    AnswerOutput(ServerExchange exchange, PieceHandover handover) {
        this.exchange = exchange;
        this.handover = handover;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] more, int from, int count) throws IOException {
        Objects.checkFromIndexSize(from, count, more.length);
        if (closed) {
            throw new IOException("the answer has ended");
        }
        for (int done = 0; done < count; ) {
            int some = Math.min(count - done, PIECE - length);
            if (length + some > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(PIECE, Math.max(2 * bytes.length, length + some)));
            }
            System.arraycopy(more, from + done, bytes, length, some);
            length += some;
            done += some;
            if (length == PIECE) {
                hand(false);
            }
        }
    }

    /** Sends what has been written so far. */
    @Override
    public void flush() throws IOException {
        if (length > 0 && !closed) {
            hand(true);
        } else {
            handover.execute(exchange::flush);
        }
    }

    private void hand(boolean flush) throws IOException {
        byte[] full = bytes;
        bytes = new byte[Math.min(PIECE, full.length)];
        int count = length;
        length = 0;
        handover.give(Unpooled.wrappedBuffer(full, 0, count), flush);
    }

    /** Ends the answer. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        if (length > 0) {
            hand(false);
        }
        closed = true;
        handover.execute(() -> handover.guarded(() -> exchange.end(Fields.NONE)));
    }
}
