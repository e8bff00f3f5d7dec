package io.goodput.netty.http1;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;

/** The ways in which a connection ends, with TLS and without. */
final class ConnectionEnd {
    private final ChannelHandlerContext context;
    private final Channel channel;

    ConnectionEnd(ChannelHandlerContext context) {
        this.context = context;
        this.channel = context.channel();
    }

    /** Closes our side once all is written; the client can still read, and close its own. */
    void shutOnceFlushed() {
        var _ = context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener((ChannelFutureListener) done -> shut());
    }

    /** Closes our side. */
    void shut() {
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        if (tls != null) {
            var _ = tls.closeOutbound().addListener((ChannelFutureListener) done -> shutSocket());
        } else {
            shutSocket();
        }
    }

    private void shutSocket() {
        if (channel instanceof DuplexChannel duplex && duplex.isActive()) {
            var _ = duplex.shutdownOutput();
        } else {
            close();
        }
    }

    /** Closes both sides once all is written. */
    void closeOnceFlushed() {
        var _ = context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }

    /** Closes both sides. */
    void close() {
        var _ = context.close();
    }

    /** A close from now on is a reset, so that the client can tell that something is missing. */
    void makeAbrupt() {
        // A write that failed has closed it already, and a closed socket takes no option.
        if (channel.isOpen()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
        }
    }
}
