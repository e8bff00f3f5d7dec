package io.goodput.netty.listener;

import io.goodput.netty.Peer;
import io.goodput.netty.http1.Http1Connection;
import io.goodput.netty.loop.LoopConnections;
import io.goodput.netty.loop.Serving;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;

/** Makes of each connection what it is to be, or closes it where there is no place for it. */
final class Accepting extends ChannelInitializer<SocketChannel> {
    private final Serving serving;
    private final Map<EventLoop, LoopConnections> connections;

    Accepting(Serving serving, Map<EventLoop, LoopConnections> connections) {
        this.serving = serving;
        this.connections = connections;
    }

    @Override
    protected void initChannel(SocketChannel channel) {
        InetSocketAddress remote = channel.remoteAddress();
        // Gone before it was looked at.
        if (remote == null) {
            channel.close();
            return;
        }
        if (!serving.counts().opened(serving.limits().connections())) {
            channel.config().setSoLinger(0);
            channel.close();
            return;
        }
        var peer = new Peer(remote, remote, channel.localAddress(), null);
        channel.pipeline().addLast(new Http1Connection(serving, of(channel), channel, peer));
    }

    private LoopConnections of(Channel channel) {
        return Objects.requireNonNull(connections.get(channel.eventLoop()));
    }
}
