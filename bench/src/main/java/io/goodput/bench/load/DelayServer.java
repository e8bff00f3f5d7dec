package io.goodput.bench.load;

import io.goodput.sim.stat.LatencyHistogram;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A server of HTTP/1.1 on loopback that answers each request after a time that is drawn for it, and keeps the time that
 * it took over it in fact: what a generator measures is held against that, not against what a timer was asked for.
 */
final class DelayServer implements AutoCloseable {
    /** One loop, so that draws and times belong to one thread; its timer is that of epoll, in nanoseconds. */
    private final EventLoopGroup loop;

    private final LongSupplier delays;
    private final Channel listener;
    private LatencyHistogram kept = new LatencyHistogram();

    /**
     * Listens on a port of its own.
     *
     * @param delays draws nanoseconds, one at a time
     */
    DelayServer(LongSupplier delays) {
        this.delays = delays;
        boolean epoll = Epoll.isAvailable();
        IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        loop = new MultiThreadIoEventLoopGroup(1, io);
        listener = new ServerBootstrap()
                .group(loop)
                .channel(epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new HttpServerCodec(), new DelayedAnswers());
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    /** The requests of one connection, which come without a body. */
    private final class DelayedAnswers extends SimpleChannelInboundHandler<LastHttpContent> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, LastHttpContent end) {
            long start = System.nanoTime();
            var _ = context.executor().schedule(() -> answer(context, start), delays.getAsLong(), TimeUnit.NANOSECONDS);
        }

        private void answer(ChannelHandlerContext context, long start) {
            var response =
                    new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.EMPTY_BUFFER);
            response.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0);
            kept.record(System.nanoTime() - start);
            var _ = context.writeAndFlush(response);
        }
    }

    String url() {
        return "http://127.0.0.1:" + ((InetSocketAddress) listener.localAddress()).getPort() + "/";
    }

    /** How long it took over each request since this was asked last; to be asked when all are answered. */
    LatencyHistogram takeKept() {
        return loop.submit(() -> {
                    LatencyHistogram taken = kept;
                    kept = new LatencyHistogram();
                    return taken;
                })
                .syncUninterruptibly()
                .getNow();
    }

    @Override
    public void close() {
        var _ = loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
