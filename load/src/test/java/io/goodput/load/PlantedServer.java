package io.goodput.load;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A server over real sockets, by Netty's own codecs, that does with each request what a test says. */
public final class PlantedServer implements AutoCloseable {
    private static final int MOST_BODY = 4 << 20;

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final List<Request> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Consumer<Request> answering;
    private final @Nullable SslContext tls;
    private final Channel listener;

    /** One request, and what to do with it. */
    public static final class Request {
        private final ChannelHandlerContext context;
        private final FullHttpRequest message;
        private final boolean http2;
        private final int bodyBytes;

        private Request(ChannelHandlerContext context, FullHttpRequest message, boolean http2) {
            this.context = context;
            this.message = message;
            this.http2 = http2;
            this.bodyBytes = message.content().readableBytes();
        }

        /** Whether it came over HTTP/2. */
        public boolean isHttp2() {
            return http2;
        }

        /** As it came. */
        public String method() {
            return message.method().name();
        }

        /** Path and query. */
        public String path() {
            return message.uri();
        }

        /** Null without it. */
        public @Nullable String header(String name) {
            return message.headers().get(name);
        }

        /** Bytes of the body. */
        public int bodyBytes() {
            return bodyBytes;
        }

        /** Answers, with a body of so many bytes. */
        public void answer(int status, int bytes) {
            var response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.wrappedBuffer(new byte[bytes]));
            HttpUtil.setContentLength(response, bytes);
            var _ = context.writeAndFlush(response);
        }

        /** Answers after that time. */
        public void answerAfter(long millis, int status) {
            var _ = context.executor().schedule(() -> answer(status, 0), millis, TimeUnit.MILLISECONDS);
        }

        /** Closes the connection, or resets the stream, without an answer. */
        public void reset() {
            var _ = context.close();
        }
    }

    /** Plain: HTTP/1.1, or HTTP/2 by prior knowledge. */
    public static PlantedServer plain(boolean http2, Consumer<Request> answering) throws InterruptedException {
        return new PlantedServer(null, http2, answering);
    }

    /** Over TLS: whichever protocol is agreed on. */
    public static PlantedServer tls(TestCertificate certificate, Consumer<Request> answering) throws Exception {
        return new PlantedServer(
                SslContextBuilder.forServer(certificate.keys())
                        .sslProvider(SslProvider.JDK)
                        .applicationProtocolConfig(new ApplicationProtocolConfig(
                                ApplicationProtocolConfig.Protocol.ALPN,
                                ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                                ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                                ApplicationProtocolNames.HTTP_2,
                                ApplicationProtocolNames.HTTP_1_1))
                        .build(),
                false,
                answering);
    }

    private PlantedServer(@Nullable SslContext tls, boolean http2, Consumer<Request> answering)
            throws InterruptedException {
        this.tls = tls;
        this.answering = answering;
        this.listener = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        connections.incrementAndGet();
                        initialize(channel.pipeline(), http2);
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .sync()
                .channel();
    }

    private void initialize(ChannelPipeline pipeline, boolean http2) {
        if (tls == null) {
            speak(pipeline, http2);
            return;
        }
        pipeline.addLast(
                tls.newHandler(pipeline.channel().alloc()),
                new ApplicationProtocolNegotiationHandler(ApplicationProtocolNames.HTTP_1_1) {
                    @Override
                    protected void configurePipeline(ChannelHandlerContext context, String protocol) {
                        speak(context.pipeline(), protocol.equals(ApplicationProtocolNames.HTTP_2));
                    }

                    // Who does not believe the certificate leaves.
                    @Override
                    protected void handshakeFailure(ChannelHandlerContext context, Throwable cause) {
                        var _ = context.close();
                    }
                });
    }

    private void speak(ChannelPipeline pipeline, boolean http2) {
        if (http2) {
            pipeline.addLast(Http2FrameCodecBuilder.forServer().build());
            pipeline.addLast(new Http2MultiplexHandler(new ChannelInitializer<Channel>() {
                @Override
                protected void initChannel(Channel stream) {
                    stream.pipeline().addLast(new Http2StreamFrameToHttpObjectCodec(true));
                    handle(stream.pipeline(), true);
                }
            }));
            pipeline.addLast(new Departure());
        } else {
            pipeline.addLast(new HttpServerCodec());
            handle(pipeline, false);
        }
    }

    private void handle(ChannelPipeline pipeline, boolean http2) {
        pipeline.addLast(new HttpObjectAggregator(MOST_BODY));
        pipeline.addLast(new SimpleChannelInboundHandler<FullHttpRequest>() {
            @Override
            protected void channelRead0(ChannelHandlerContext context, FullHttpRequest message) {
                var request = new Request(context, message, http2);
                received.add(request);
                answering.accept(request);
            }
        });
        pipeline.addLast(new Departure());
    }

    /** A client that breaks its connection off, as it may, is nothing to tell the log. */
    private static final class Departure extends ChannelInboundHandlerAdapter {
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            if (cause instanceof IOException) {
                var _ = context.close();
            } else {
                context.fireExceptionCaught(cause);
            }
        }
    }

    /** Requests so far, in the order in which they came. */
    public List<Request> received() {
        return received;
    }

    /** Connections so far. */
    public int connections() {
        return connections.get();
    }

    /** Where it listens, with that path. */
    public String url(String path) {
        int port = ((InetSocketAddress) listener.localAddress()).getPort();
        return (tls == null ? "http" : "https") + "://127.0.0.1:" + port + path;
    }

    @Override
    public void close() {
        var _ = group.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
    }
}
