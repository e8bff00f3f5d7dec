package io.goodput.load.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Flags;
import io.netty.handler.codec.http2.Http2FrameTypes;
import org.jspecify.annotations.Nullable;

/** Writes the frames that a client sends (RFC 9113, 6): they gather in one buffer until it is flushed. */
final class Http2Writer {
    /** Receive as much as comes: of an answer only the end matters. */
    static final int WINDOW = 1 << 30;

    /** Every server takes frames of that size. */
    private static final int FRAME_BYTES = 16_384;

    private static final int ENTRY_BYTES = 6;
    private static final int BATCH_BYTES = 4_096;

    private final ChannelHandlerContext context;
    private @Nullable ByteBuf batch;

    Http2Writer(ChannelHandlerContext context) {
        this.context = context;
    }

    private ByteBuf out() {
        if (batch == null) {
            batch = context.alloc().directBuffer(BATCH_BYTES);
        }
        return batch;
    }

    /** Sends what has gathered. */
    void flush() {
        ByteBuf gathered = batch;
        batch = null;
        if (gathered != null) {
            var _ = context.writeAndFlush(gathered, context.voidPromise());
        }
    }

    /** Forgets what has gathered: the connection is gone. */
    void close() {
        if (batch != null) {
            batch.release();
            batch = null;
        }
    }

    /** The connection preface: no push, no table of headers, and windows that are no hindrance. */
    void preface() {
        ByteBuf out = out();
        out.writeBytes(Http2CodecUtil.connectionPrefaceBuf());
        header(out, 3 * ENTRY_BYTES, Http2FrameTypes.SETTINGS, 0, 0);
        out.writeShort(Http2CodecUtil.SETTINGS_HEADER_TABLE_SIZE).writeInt(0);
        out.writeShort(Http2CodecUtil.SETTINGS_ENABLE_PUSH).writeInt(0);
        out.writeShort(Http2CodecUtil.SETTINGS_INITIAL_WINDOW_SIZE).writeInt(WINDOW);
        windowUpdate(WINDOW - Http2CodecUtil.DEFAULT_WINDOW_SIZE);
    }

    void settingsAck() {
        ByteBuf out = out();
        header(out, 0, Http2FrameTypes.SETTINGS, Http2Flags.ACK, 0);
    }

    void pingAck(long content) {
        ByteBuf out = out();
        header(out, Long.BYTES, Http2FrameTypes.PING, Http2Flags.ACK, 0);
        out.writeLong(content);
    }

    /** Lets the server send so many bytes more, all streams together. */
    void windowUpdate(int bytes) {
        ByteBuf out = out();
        header(out, Integer.BYTES, Http2FrameTypes.WINDOW_UPDATE, 0, 0);
        out.writeInt(bytes);
    }

    void cancel(int stream) {
        ByteBuf out = out();
        header(out, Integer.BYTES, Http2FrameTypes.RST_STREAM, 0, stream);
        out.writeInt((int) Http2Error.CANCEL.code());
    }

    /** The head of a request, in as many frames as it takes; it ends the stream if there is no body. */
    void headers(int stream, Http2Request request, long remainingMillis) {
        ByteBuf out = out();
        int frame = out.writerIndex();
        int ending = request.body().length == 0 ? Http2Flags.END_STREAM : 0;
        header(out, 0, Http2FrameTypes.HEADERS, ending | Http2Flags.END_HEADERS, stream);
        int start = out.writerIndex();
        request.writeBlockTo(out, remainingMillis);
        int length = out.writerIndex() - start;
        if (length <= FRAME_BYTES) {
            out.setMedium(frame, length);
        } else {
            ByteBuf block = out.copy(start, length);
            out.writerIndex(frame);
            inPieces(out, stream, block, ending);
            block.release();
        }
    }

    private static void inPieces(ByteBuf out, int stream, ByteBuf block, int ending) {
        byte type = Http2FrameTypes.HEADERS;
        int flags = ending;
        while (block.isReadable()) {
            int piece = Math.min(FRAME_BYTES, block.readableBytes());
            boolean isLast = piece == block.readableBytes();
            header(out, piece, type, flags | (isLast ? Http2Flags.END_HEADERS : 0), stream);
            out.writeBytes(block, piece);
            type = Http2FrameTypes.CONTINUATION;
            flags = 0;
        }
    }

    /** A piece of a body, at most as long as a frame may be; answers how long. */
    int data(int stream, byte[] body, int from, int most) {
        int length = Math.min(Math.min(body.length - from, most), FRAME_BYTES);
        boolean isLast = from + length == body.length;
        ByteBuf out = out();
        header(out, length, Http2FrameTypes.DATA, isLast ? Http2Flags.END_STREAM : 0, stream);
        out.writeBytes(body, from, length);
        return length;
    }

    private static void header(ByteBuf out, int length, byte type, int flags, int stream) {
        out.writeMedium(length).writeByte(type).writeByte(flags).writeInt(stream);
    }
}
