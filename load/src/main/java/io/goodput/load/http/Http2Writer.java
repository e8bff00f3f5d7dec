package io.goodput.load.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Flags;
import io.netty.handler.codec.http2.Http2FrameTypes;

/** Writes the frames that a client sends (RFC 9113, 6), without flushing them. */
final class Http2Writer {
    /** Receive as much as comes: of an answer only the end matters. */
    static final int WINDOW = 1 << 30;

    /** Every server takes frames of that size. */
    private static final int FRAME_BYTES = 16_384;

    private static final int ENTRY_BYTES = 6;

    private final ChannelHandlerContext context;

    Http2Writer(ChannelHandlerContext context) {
        this.context = context;
    }

    /** The connection preface: no push, and windows that are no hindrance. */
    void preface() {
        ByteBuf out = context.alloc().directBuffer(64);
        out.writeBytes(Http2CodecUtil.connectionPrefaceBuf());
        header(out, 2 * ENTRY_BYTES, Http2FrameTypes.SETTINGS, 0, 0);
        out.writeShort(Http2CodecUtil.SETTINGS_ENABLE_PUSH).writeInt(0);
        out.writeShort(Http2CodecUtil.SETTINGS_INITIAL_WINDOW_SIZE).writeInt(WINDOW);
        write(out);
        windowUpdate(WINDOW - Http2CodecUtil.DEFAULT_WINDOW_SIZE);
    }

    void settingsAck() {
        ByteBuf out = context.alloc().directBuffer(Http2CodecUtil.FRAME_HEADER_LENGTH);
        header(out, 0, Http2FrameTypes.SETTINGS, Http2Flags.ACK, 0);
        write(out);
    }

    void pingAck(long content) {
        ByteBuf out = context.alloc().directBuffer(Http2CodecUtil.FRAME_HEADER_LENGTH + Long.BYTES);
        header(out, Long.BYTES, Http2FrameTypes.PING, Http2Flags.ACK, 0);
        write(out.writeLong(content));
    }

    /** Lets the server send so many bytes more, all streams together. */
    void windowUpdate(int bytes) {
        ByteBuf out = context.alloc().directBuffer(Http2CodecUtil.FRAME_HEADER_LENGTH + Integer.BYTES);
        header(out, Integer.BYTES, Http2FrameTypes.WINDOW_UPDATE, 0, 0);
        write(out.writeInt(bytes));
    }

    void cancel(int stream) {
        ByteBuf out = context.alloc().directBuffer(Http2CodecUtil.FRAME_HEADER_LENGTH + Integer.BYTES);
        header(out, Integer.BYTES, Http2FrameTypes.RST_STREAM, 0, stream);
        write(out.writeInt((int) Http2Error.CANCEL.code()));
    }

    /** The head of a request, in as many frames as it takes; it ends the stream if there is no body. */
    void headers(int stream, Http2Request request, long remainingMillis) {
        ByteBuf out = context.alloc().directBuffer(Http2CodecUtil.FRAME_HEADER_LENGTH + request.blockSize());
        header(out, 0, Http2FrameTypes.HEADERS, 0, stream);
        int start = out.writerIndex();
        request.writeBlockTo(out, remainingMillis);
        int length = out.writerIndex() - start;
        int ending = request.body().length == 0 ? Http2Flags.END_STREAM : 0;
        if (length <= FRAME_BYTES) {
            out.setMedium(0, length).setByte(4, ending | Http2Flags.END_HEADERS);
            write(out);
        } else {
            write(inPieces(stream, out.skipBytes(start), ending));
        }
    }

    private ByteBuf inPieces(int stream, ByteBuf block, int ending) {
        ByteBuf out = context.alloc().directBuffer(2 * block.readableBytes());
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
        block.release();
        return out;
    }

    /** A piece of a body, at most as long as a frame may be; answers how long. */
    int data(int stream, byte[] body, int from, int most) {
        int length = Math.min(Math.min(body.length - from, most), FRAME_BYTES);
        boolean isLast = from + length == body.length;
        ByteBuf out = context.alloc().directBuffer(Http2CodecUtil.FRAME_HEADER_LENGTH + length);
        header(out, length, Http2FrameTypes.DATA, isLast ? Http2Flags.END_STREAM : 0, stream);
        write(out.writeBytes(body, from, length));
        return length;
    }

    private static void header(ByteBuf out, int length, byte type, int flags, int stream) {
        out.writeMedium(length).writeByte(type).writeByte(flags).writeInt(stream);
    }

    private void write(ByteBuf frame) {
        var _ = context.write(frame, context.voidPromise());
    }
}
