package io.goodput.netty.upstream;

import io.goodput.http.body.BodyCount;
import io.goodput.http.body.ChunkedEncoder;
import io.goodput.http.head.Fields;
import io.goodput.http.head.Framing;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;

/** Frames the body of one request as its head says. */
final class RequestBodyWriter {
    private final Channel channel;
    private final Framing framing;
    private final BodyCount count;
    private boolean ended;

    RequestBodyWriter(Channel channel, Framing framing) {
        this.channel = channel;
        this.framing = framing;
        this.count = new BodyCount(framing, Long.MAX_VALUE);
        this.ended = !framing.hasBody() || count.left() == 0;
    }

    /** Whether all of the request has been written. */
    boolean isEnded() {
        return ended;
    }

    /** From now on there is no framing: what is written are the bytes of a tunnel. */
    static RequestBodyWriter ofTunnel(Channel channel) {
        return new RequestBodyWriter(channel, Framing.UntilClose.INSTANCE);
    }

    /**
     * Writes a piece.
     *
     * @throws IllegalStateException after the end, or with more than the length says; nothing is written then
     */
    ChannelFuture write(ByteBuf data) {
        int length = data.readableBytes();
        if (ended || (count.left() >= 0 && length > count.left())) {
            data.release();
            throw new IllegalStateException("more of the body than its head says");
        }
        var _ = count.add(length);
        ended = count.left() == 0;
        if (!(framing instanceof Framing.Chunked) || length == 0) {
            return channel.writeAndFlush(data);
        }
        var _ = channel.write(Unpooled.wrappedBuffer(ChunkedEncoder.before(length)));
        var _ = channel.write(data);
        return channel.writeAndFlush(Unpooled.wrappedBuffer(ChunkedEncoder.after()));
    }

    /**
     * Ends the body. One of a stated length ends by itself; to say so once more does no harm.
     *
     * @throws IllegalStateException if the length says that more is to come
     */
    void end(Fields trailers) {
        if (count.left() > 0) {
            throw new IllegalStateException("less of the body than its head says: " + count.left() + " bytes more");
        }
        if (!ended && framing instanceof Framing.Chunked) {
            var _ = channel.writeAndFlush(Unpooled.wrappedBuffer(ChunkedEncoder.end(trailers)));
        }
        ended = true;
    }
}
