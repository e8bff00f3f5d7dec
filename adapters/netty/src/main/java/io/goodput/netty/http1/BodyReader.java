package io.goodput.netty.http1;

import io.goodput.http.body.BodyCount;
import io.goodput.http.body.ChunkedDecoder;
import io.goodput.http.head.Fields;
import io.goodput.http.head.Framing;
import io.goodput.http.head.HeadFault;
import io.goodput.netty.limit.ListenerLimits;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of one connection from its inbox, one after the other, and counts their bytes. */
final class BodyReader {
    private static final int LARGEST_PIECE = 64 << 10;

    private final ListenerLimits limits;
    private @Nullable ChunkedDecoder chunks;
    private Framing framing = Framing.None.INSTANCE;
    private BodyCount count;
    private boolean over = true;
    private long ever;
    private long before;
    private ByteBuf data = Unpooled.EMPTY_BUFFER;
    private @Nullable HeadFault fault;

    BodyReader(ListenerLimits limits) {
        this.limits = limits;
        this.count = new BodyCount(framing, 0);
    }

    /** At the beginning of another body; null unless its length alone is a fault. */
    @Nullable HeadFault begin(Framing other) {
        framing = other;
        fault = null;
        before = ever;
        over = !other.hasBody();
        if (over) {
            return null;
        }
        count = new BodyCount(other, limits.body());
        over = count.left() == 0;
        if (other instanceof Framing.Chunked) {
            if (chunks == null || chunks.trailers().size() > 0) {
                chunks = new ChunkedDecoder(limits.head());
            } else {
                chunks.reset();
            }
        }
        return count.faultAhead();
    }

    /** Whether it is whole, and all of it has been read. */
    boolean isOver() {
        return over;
    }

    /** Whether a byte of it has been read, be it one that frames it. */
    boolean hasBegun() {
        return ever > before;
    }

    /** How many bytes are to come; -1 if nobody knows. */
    long left() {
        return over ? 0 : count.left();
    }

    /** Bytes of this body and of all before it, those that frame them included. */
    long ever() {
        return ever;
    }

    /** What is next in the inbox. */
    ChunkedDecoder.Piece next(Inbox inbox) {
        if (over) {
            return ChunkedDecoder.Piece.END;
        }
        if (framing instanceof Framing.Chunked) {
            return chunk(inbox, Objects.requireNonNull(chunks));
        }
        if (inbox.isEmpty()) {
            return ChunkedDecoder.Piece.MORE;
        }
        data = inbox.take((int) Math.min(count.left(), LARGEST_PIECE));
        ever += data.readableBytes();
        fault = count.add(data.readableBytes());
        over = count.left() == 0;
        return ChunkedDecoder.Piece.DATA;
    }

    private ChunkedDecoder.Piece chunk(Inbox inbox, ChunkedDecoder decoder) {
        while (!inbox.isEmpty()) {
            ByteBuffer view = inbox.view();
            int from = view.position();
            ChunkedDecoder.Piece piece = decoder.next(view);
            int taken = view.position() - from;
            ever += taken;
            if (piece == ChunkedDecoder.Piece.DATA) {
                int length = decoder.data().remaining();
                fault = count.add(length);
                if (fault != null) {
                    piece = ChunkedDecoder.Piece.FAULT;
                } else {
                    data = inbox.slice(taken - length, length);
                }
            } else if (piece == ChunkedDecoder.Piece.FAULT) {
                fault = decoder.fault();
            }
            inbox.taken(taken);
            over = piece == ChunkedDecoder.Piece.END;
            if (piece != ChunkedDecoder.Piece.MORE) {
                return piece;
            }
        }
        return ChunkedDecoder.Piece.MORE;
    }

    /** The piece; it is the caller's. */
    ByteBuf data() {
        return data;
    }

    Fields trailers() {
        return framing instanceof Framing.Chunked
                ? Objects.requireNonNull(chunks).trailers()
                : Fields.NONE;
    }

    HeadFault fault() {
        return Objects.requireNonNull(fault);
    }
}
