package io.goodput.load.http;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Event loops, each with a sender of its own. Threads and connections live until it is closed. */
public final class LoadLoops implements AutoCloseable {
    private static final long CLOSE_SECONDS = 5;

    private final EventLoopGroup group;
    private final List<LoopSender> senders;

    /**
     * Starts so many loops as the settings say; nothing is connected yet.
     *
     * @throws IllegalArgumentException if the certificates to trust cannot be read
     */
    public LoadLoops(HttpSettings settings) {
        boolean epoll = Epoll.isAvailable();
        IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        var tls = new ClientTls(settings);
        this.group = new MultiThreadIoEventLoopGroup(settings.threads(), new DefaultThreadFactory("load", true), io);
        var bootstrap = new Bootstrap().group(group).channel(epoll ? EpollSocketChannel.class : NioSocketChannel.class);
        List<LoopSender> made = new ArrayList<>();
        Iterator<? extends io.netty.util.concurrent.EventExecutor> loops = group.iterator();
        for (int i = 0; loops.hasNext(); i++) {
            made.add(new LoopSender((EventLoop) loops.next(), settings, settings.connectionsOf(i), tls, bootstrap));
        }
        this.senders = List.copyOf(made);
    }

    /** One for each loop; each to be used on the thread of its loop only. */
    public List<LoopSender> senders() {
        return senders;
    }

    /** Closes the connections at once, and waits for the threads. */
    @Override
    public void close() {
        senders.forEach(sender -> sender.loop().execute(sender::close));
        var _ = group.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    }
}
