package io.goodput.netty.listener;

import io.goodput.netty.Peer;
import io.goodput.netty.connection.LoopConnections;
import io.goodput.netty.connection.Serving;
import io.goodput.netty.http1.Http1Connection;
import io.goodput.netty.tls.ServerTls;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SniHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.util.Mapping;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes of each connection what it is to be, or closes it where there is no place for it. */
final class Accepting extends ChannelInitializer<SocketChannel> {
    private static final int LONGEST_HELLO = 16 << 10;

    private final Serving serving;
    private final Map<EventLoop, LoopConnections> connections;
    private final Predicate<InetAddress> proxies;
    private final @Nullable ServerTls tls;

    Accepting(
            Serving serving,
            Map<EventLoop, LoopConnections> connections,
            Predicate<InetAddress> proxies,
            @Nullable ServerTls tls) {
        this.serving = serving;
        this.connections = connections;
        this.proxies = proxies;
        this.tls = tls;
    }

    @Override
    protected void initChannel(SocketChannel channel) {
        InetSocketAddress remote = channel.remoteAddress();
        // Gone before it was looked at.
        if (remote == null) {
            var _ = channel.close();
            return;
        }
        if (!serving.counts().opened(serving.limits().connections())) {
            channel.config().setSoLinger(0);
            var _ = channel.close();
            return;
        }
        var peer = new Peer(remote, remote, channel.localAddress(), null);
        if (proxies.test(remote.getAddress())) {
            channel.pipeline().addLast(new ArrivingByProxy(this, serving, of(channel), channel, peer));
        } else {
            channel.pipeline().addLast(next(channel, peer));
        }
    }

    /** Whom a proxy has told of goes on like anybody else. */
    void arrived(SocketChannel channel, Arriving from, Peer peer) {
        from.handOver(next(channel, peer));
    }

    private ChannelHandler[] next(SocketChannel channel, Peer peer) {
        ServerTls by = tls;
        if (by == null) {
            return new ChannelHandler[] {new Http1Connection(serving, of(channel), channel, peer)};
        }
        Mapping<String, SslContext> contexts = by::context;
        long millis = serving.limits().headTime().toMillis();
        return new ChannelHandler[] {
            new SniHandler(contexts, LONGEST_HELLO, millis), new ArrivingByTls(serving, of(channel), channel, peer)
        };
    }

    private LoopConnections of(Channel channel) {
        return Objects.requireNonNull(connections.get(channel.eventLoop()));
    }
}
