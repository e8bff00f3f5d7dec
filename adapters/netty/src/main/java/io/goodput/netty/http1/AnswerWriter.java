package io.goodput.netty.http1;

import io.goodput.http.body.ChunkedEncoder;
import io.goodput.http.head.FieldSyntax;
import io.goodput.http.head.Fields;
import io.goodput.http.head.Framing;
import io.goodput.http.head.HeadBytes;
import io.goodput.http.head.ResponseHead;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;

/** Writes one answer in its framing, and holds it to what the framing says. */
final class AnswerWriter {
    private final Http1Connection connection;
    private Framing framing = Framing.None.INSTANCE;
    private long written;

    AnswerWriter(Http1Connection connection) {
        this.connection = connection;
    }

    /** The empty line is in it. Whatever a field brings, it brings no line of its own. */
    void head(ResponseHead head, Framing of) {
        check(head.fields());
        framing = of;
        connection.write(copied(HeadBytes.of(head)));
    }

    private static void check(Fields fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (!FieldSyntax.isToken(fields.name(i))) {
                throw new IllegalArgumentException("name of field " + i + ": no token (expected: a token)");
            }
            if (!FieldSyntax.isValue(fields.value(i))) {
                throw new IllegalArgumentException(
                        fields.name(i) + ": control characters, or some beyond ISO 8859-1 (expected: neither)");
            }
        }
    }

    private ByteBuf copied(ByteBuffer bytes) {
        return allocator().ioBuffer(bytes.remaining()).writeBytes(bytes);
    }

    private ByteBufAllocator allocator() {
        return connection.allocator();
    }

    /** False if the framing has no place for so much; the buffer is gone either way. */
    boolean body(ByteBuf data) {
        int length = data.readableBytes();
        if (framing instanceof Framing.None || length == 0) {
            data.release();
            return true;
        }
        if (framing instanceof Framing.Length(long told) && written + length > told) {
            data.release();
            return false;
        }
        written += length;
        if (framing instanceof Framing.Chunked) {
            connection.write(copied(ChunkedEncoder.before(length)));
            connection.write(data);
            connection.write(Unpooled.wrappedBuffer(ChunkedEncoder.after()));
        } else {
            connection.write(data);
        }
        return true;
    }

    /** Whether all that was told has been written. */
    boolean isWhole() {
        return !(framing instanceof Framing.Length(long told)) || written == told;
    }

    /** What stands behind the body; nothing for most framings. */
    ByteBuf end(Fields trailers) {
        return framing instanceof Framing.Chunked ? copied(ChunkedEncoder.end(trailers)) : Unpooled.EMPTY_BUFFER;
    }

    boolean isTunnel() {
        return framing instanceof Framing.Tunnel;
    }
}
