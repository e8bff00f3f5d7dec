package io.goodput.netty.upstream;

import io.goodput.http.forward.ForwardedRequest;
import io.goodput.netty.loop.LoopTimers;
import io.netty.channel.socket.SocketChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to origins over HTTP/1.1 from one event loop, and keeps connections for the next ones. A gateway has one
 * for each of its loops, so that a request and its answer never change threads. It sends nothing twice and waits for
 * nothing that is not bounded: that is a guard's to decide.
 *
 * <pre>{@code
 * var exchange = client.send(origin, RequestForwarding.forward(request, sender, rules, onward), listener);
 * }</pre>
 *
 * <p>For the loop's thread only.
 */
public final class UpstreamClient implements AutoCloseable {
    private final LoopTimers timers;
    private final Class<? extends SocketChannel> channel;
    private final UpstreamSettings settings;
    private final @Nullable UpstreamTls tls;
    private final RandomGenerator random;
    private final UpstreamCounts counts = new UpstreamCounts();
    private final Map<Origin, OriginPool> pools = new HashMap<>();
    private boolean closed;

    /**
     * Without a connection so far.
     *
     * @param timers of its loop
     * @param channel of the kind that the loop has: {@link io.goodput.netty.EventLoops#clientChannel}
     * @param tls for those origins that speak it; null if none does
     * @param random spreads the age of connections
     */
    public UpstreamClient(
            LoopTimers timers,
            Class<? extends SocketChannel> channel,
            UpstreamSettings settings,
            @Nullable UpstreamTls tls,
            RandomGenerator random) {
        this.timers = timers;
        this.channel = channel;
        this.settings = settings;
        this.tls = tls;
        this.random = random;
    }

    /**
     * Sends the head of a request, over a connection that is there or is made; its body, if it has one, follows by
     * {@link UpstreamExchange#write}.
     *
     * @param request of HTTP/1.1
     * @throws IllegalArgumentException if the origin speaks TLS and this client does not
     */
    public UpstreamExchange send(Origin origin, ForwardedRequest request, UpstreamListener listener) {
        if (origin.isSecure() && tls == null) {
            throw new IllegalArgumentException("origin: " + origin.name() + " (expected: without TLS)");
        }
        OriginPool pool = pools.computeIfAbsent(origin, each -> new OriginPool(this, each));
        var exchange = new UpstreamExchange(pool, request, listener);
        if (closed) {
            exchange.failed(UpstreamFailure.CLIENT_CLOSED);
        } else {
            pool.take(exchange);
        }
        return exchange;
    }

    /** An origin that left its list leaves nothing here. */
    void forgetIfEmpty(OriginPool pool) {
        if (pool.size() == 0 && pool.waiting() == 0) {
            pools.remove(pool.origin(), pool);
        }
    }

    /** What it holds, and has done. */
    public UpstreamSnapshot snapshot() {
        int connections = 0;
        int unused = 0;
        int waiting = 0;
        for (OriginPool pool : pools.values()) {
            connections += pool.size();
            unused += pool.unused();
            waiting += pool.waiting();
        }
        return counts.snapshot(connections, unused, waiting);
    }

    /** Closes all connections; what is under way fails. */
    @Override
    public void close() {
        closed = true;
        new ArrayList<>(pools.values()).forEach(OriginPool::close);
    }

    LoopTimers timers() {
        return timers;
    }

    Class<? extends SocketChannel> channel() {
        return channel;
    }

    /** What it goes by. */
    public UpstreamSettings settings() {
        return settings;
    }

    @Nullable UpstreamTls tls() {
        return tls;
    }

    RandomGenerator random() {
        return random;
    }

    UpstreamCounts counts() {
        return counts;
    }
}
