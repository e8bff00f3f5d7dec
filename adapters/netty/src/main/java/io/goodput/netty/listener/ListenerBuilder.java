package io.goodput.netty.listener;

import io.goodput.Range;
import io.goodput.Ticker;
import io.goodput.netty.EventLoops;
import io.goodput.netty.HttpHandler;
import io.goodput.netty.connection.LoopConnections;
import io.goodput.netty.connection.Serving;
import io.goodput.netty.limit.ListenerCounts;
import io.goodput.netty.limit.ListenerLimits;
import io.goodput.netty.tls.ServerTls;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.EpollChannelOption;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The settings of a listener. Each method gives back the builder. */
public final class ListenerBuilder {
    /** Ports; 0 for one that is free. */
    public static final Range<Integer> PORT = new Range<>(0, 65_535);

    private static final int BACKLOG = 1024;

    private final EventLoops loops;
    private final HttpHandler handler;
    private InetAddress address = InetAddress.getLoopbackAddress();
    private int port;
    private boolean insecure;
    private ListenerLimits limits = ListenerLimits.STANDARD;
    private Predicate<InetAddress> proxies = _ -> false;
    private @Nullable ServerTls tls;
    private Ticker ticker = Ticker.system();

    ListenerBuilder(EventLoops loops, HttpHandler handler) {
        this.loops = loops;
        this.handler = handler;
    }

    /** Where to listen; by default on 127.0.0.1. Any but a loopback address takes TLS, or {@link #insecure}. */
    public ListenerBuilder address(InetAddress where) {
        address = where;
        return this;
    }

    /** At which port; by default one that is free. */
    public ListenerBuilder port(int number) {
        port = PORT.check("port", number);
        return this;
    }

    /** Says in so many words that everybody on the way may read and change what is sent. */
    public ListenerBuilder insecure() {
        insecure = true;
        return this;
    }

    /** How much it bears; by default {@link ListenerLimits#STANDARD}. */
    public ListenerBuilder limits(ListenerLimits other) {
        limits = other;
        return this;
    }

    /** Encrypts; by default nothing is. */
    public ListenerBuilder tls(ServerTls by) {
        tls = by;
        return this;
    }

    /**
     * Which peers say first for whom they connect, by the PROXY protocol, version 2; by default none. They must, and
     * nobody else may: what others send is read as a request.
     */
    public ListenerBuilder proxies(Predicate<InetAddress> which) {
        proxies = which;
        return this;
    }

    /** The clock that the limits go by; by default the machine's. */
    public ListenerBuilder ticker(Ticker other) {
        ticker = other;
        return this;
    }

    /**
     * Listens.
     *
     * @throws IllegalStateException if anybody could reach it, and it has neither TLS nor the word
     * @throws IOException if the address is taken, or none of this machine
     */
    public HttpListener open() throws IOException {
        if (!address.isLoopbackAddress() && !insecure && tls == null) {
            throw new IllegalStateException(
                    "address: " + address.getHostAddress() + " (expected: a loopback address, TLS, or insecure)");
        }
        var serving = new Serving(handler, limits, new ListenerCounts(), ticker);
        Map<EventLoop, LoopConnections> connections = new HashMap<>();
        loops.group().forEach(executor -> {
            var loop = (EventLoop) executor;
            connections.put(loop, new LoopConnections(loop, ticker));
        });
        var bootstrap = new ServerBootstrap()
                .group(loops.group())
                .channel(loops.serverChannel())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childOption(
                        ChannelOption.WRITE_BUFFER_WATER_MARK,
                        new WriteBufferWaterMark(limits.buffered() / 2, limits.buffered()))
                .childHandler(new Accepting(serving, connections, proxies, tls));
        if (loops.isEpoll()) {
            // The kernel would take some MB from each connection whose client does not read.
            bootstrap.childOption(EpollChannelOption.TCP_NOTSENT_LOWAT, (long) limits.buffered());
        }
        ChannelFuture bound =
                bootstrap.bind(new InetSocketAddress(address, port)).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException(
                    "cannot listen at " + address.getHostAddress() + ":" + port + ": "
                            + bound.cause().getMessage(),
                    bound.cause());
        }
        return new HttpListener(bound.channel(), serving.counts(), connections);
    }
}
