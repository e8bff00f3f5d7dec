package io.goodput.netty.upstream;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;

/** Makes the sockets of a pool. */
final class OriginChannels {
    /** Of what waits to be sent; with one piece more it stays below 256 KB. */
    private static final WriteBufferWaterMark SENDING = new WriteBufferWaterMark(64 * 1024, 128 * 1024);

    private static final int LEAST_READ = 512;
    private static final int FIRST_READ = 4 * 1024;
    private static final int MOST_READ = 64 * 1024;

    private OriginChannels() {}

    /**
     * Bytes are read when they are asked for. A failed write does not close the channel: the origin may have answered
     * before it stopped to read.
     */
    static ChannelFuture connect(OriginPool pool, OriginConnection connection) {
        return new Bootstrap()
                .group(pool.timers().loop())
                .channel(pool.client().channel())
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.AUTO_CLOSE, false)
                .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0)
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, SENDING)
                .option(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new AdaptiveRecvByteBufAllocator(LEAST_READ, FIRST_READ, MOST_READ).maxMessagesPerRead(1))
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        UpstreamTls tls = pool.client().tls();
                        if (tls != null && pool.origin().isSecure()) {
                            channel.pipeline().addLast(tls.handler(channel.alloc(), pool.origin()));
                        }
                        channel.pipeline().addLast(connection);
                    }
                })
                .connect(pool.origin().address());
    }
}
