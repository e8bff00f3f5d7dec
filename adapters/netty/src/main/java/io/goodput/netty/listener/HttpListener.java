package io.goodput.netty.listener;

import io.goodput.netty.EventLoops;
import io.goodput.netty.HttpHandler;
import io.goodput.netty.connection.LoopConnections;
import io.goodput.netty.limit.ListenerCounts;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Serves HTTP at one address until it is drained or closed.
 *
 * <pre>{@code
 * try (var loops = EventLoops.start("web", 2);
 *         var listener = HttpListener.at(loops, handler).port(8080).open()) {
 *     …
 *     listener.drain(Duration.ofSeconds(20));
 * }
 * }</pre>
 */
public final class HttpListener implements AutoCloseable {
    private static final long GRACE_MILLIS = 2_000;

    private final Channel channel;
    private final ListenerCounts counts;
    private final Map<EventLoop, LoopConnections> connections;
    private volatile boolean draining;

    HttpListener(Channel channel, ListenerCounts counts, Map<EventLoop, LoopConnections> connections) {
        this.channel = channel;
        this.counts = counts;
        this.connections = connections;
    }

    /** Begins the settings of one; by default it listens at a free port of 127.0.0.1. */
    public static ListenerBuilder at(EventLoops loops, HttpHandler handler) {
        return new ListenerBuilder(loops, handler);
    }

    /** Where it listens, the port that was free included. */
    public InetSocketAddress address() {
        return (InetSocketAddress) channel.localAddress();
    }

    /** What has happened so far. */
    public ListenerCounts counts() {
        return counts;
    }

    /** Whether it is on its way out: then a server is not ready. */
    public boolean isDraining() {
        return draining;
    }

    /**
     * Takes no more connections, closes idle ones at once, tells the others one after the other in the first half of
     * the time that their next answer is the last, and cuts what is left at its end. Returns when the last one is gone.
     *
     * @param time none to cut all at once
     */
    public void drain(Duration time) {
        draining = true;
        channel.close().awaitUninterruptibly();
        long nanos = time.toNanos();
        connections.forEach((loop, its) -> loop.execute(() -> its.drain(nanos)));
        for (LoopConnections its : connections.values()) {
            var _ = its.emptied().awaitUninterruptibly(time.toMillis() + GRACE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Drains it in no time. */
    @Override
    public void close() {
        drain(Duration.ZERO);
    }
}
