package io.goodput.netty.upstream;

import io.goodput.netty.loop.LoopTimers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The connections of one loop to one origin, and the requests that wait for one. The connection that was used last is
 * used first, so that those that are not needed grow old.
 */
final class OriginPool {
    private final UpstreamClient client;
    private final Origin origin;
    private final Set<OriginConnection> all = new LinkedHashSet<>();
    private final Deque<OriginConnection> unused = new ArrayDeque<>();
    private final Set<UpstreamExchange> waiting = new LinkedHashSet<>();

    OriginPool(UpstreamClient client, Origin origin) {
        this.client = client;
        this.origin = origin;
    }

    UpstreamClient client() {
        return client;
    }

    Origin origin() {
        return origin;
    }

    LoopTimers timers() {
        return client.timers();
    }

    UpstreamCounts counts() {
        return client.counts();
    }

    int size() {
        return all.size();
    }

    int unused() {
        return unused.size();
    }

    int waiting() {
        return waiting.size();
    }

    /** A request has come. */
    void take(UpstreamExchange exchange) {
        if (!reuse(exchange)) {
            UpstreamSettings settings = client.settings();
            if (all.size() < settings.connections()) {
                open(exchange);
            } else if (settings.longestWait().isPositive() && waiting.size() < settings.waiters()) {
                waiting.add(exchange);
                exchange.waitUntil(timers().nanos() + settings.longestWait().toNanos());
            } else {
                exchange.failed(UpstreamFailure.POOL_FULL);
            }
        }
    }

    private boolean reuse(UpstreamExchange exchange) {
        for (OriginConnection next = unused.pollFirst(); next != null; next = unused.pollFirst()) {
            if (next.isUsable()) {
                counts().reused();
                next.serve(exchange, true);
                return true;
            }
            next.close();
        }
        return false;
    }

    private void open(UpstreamExchange exchange) {
        var connection = new OriginConnection(this, exchange);
        all.add(connection);
        counts().opened();
        connection.open();
    }

    /** A request no longer waits. */
    void left(UpstreamExchange exchange) {
        waiting.remove(exchange);
        client.forgetIfEmpty(this);
    }

    /** A connection is as good as new. */
    void released(OriginConnection connection) {
        unused.addFirst(connection);
        if (!waiting.isEmpty()) {
            reuse(nextWaiting());
        }
    }

    /** A connection is gone, and there is room for another. */
    void closed(OriginConnection connection) {
        unused.remove(connection);
        if (all.remove(connection) && !waiting.isEmpty() && all.size() < client.settings().connections()) {
            open(nextWaiting());
        }
        client.forgetIfEmpty(this);
    }

    private UpstreamExchange nextWaiting() {
        UpstreamExchange next = waiting.iterator().next();
        waiting.remove(next);
        next.stopWaiting();
        return next;
    }

    void close() {
        for (UpstreamExchange each : List.copyOf(waiting)) {
            waiting.remove(each);
            each.failed(UpstreamFailure.CLIENT_CLOSED);
        }
        for (OriginConnection each : new ArrayList<>(all)) {
            each.fail(UpstreamFailure.CLIENT_CLOSED);
        }
    }
}
