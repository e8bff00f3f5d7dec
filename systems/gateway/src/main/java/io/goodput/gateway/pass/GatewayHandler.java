package io.goodput.gateway.pass;

import io.goodput.gateway.config.PeerRange;
import io.goodput.gateway.route.NoAnswer;
import io.goodput.gateway.route.RoutingTable;
import io.goodput.http.forward.Sender;
import io.goodput.http.head.Fields;
import io.goodput.netty.EventLoops;
import io.goodput.netty.HttpHandler;
import io.goodput.netty.Peer;
import io.goodput.netty.ServerExchange;
import io.netty.channel.EventLoop;
import java.net.InetAddress;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** Takes each request to its route. */
public final class GatewayHandler implements HttpHandler, AutoCloseable {
    private final RoutingTable<LiveRoute> table;
    private final List<PeerRange> trusted;
    private final IdentityHashMap<EventLoop, LoopOrigins> loops = new IdentityHashMap<>();
    private final LongAdder unrouted = new LongAdder();

    /**
     * For listeners on these loops.
     *
     * @param trusted peers whose word counts
     */
    public GatewayHandler(RoutingTable<LiveRoute> table, List<PeerRange> trusted, EventLoops loops) {
        this.table = table;
        this.trusted = trusted;
        loops.group().forEach(each -> {
            var loop = (EventLoop) each;
            this.loops.put(loop, new LoopOrigins(loop, loops));
        });
    }

    @Override
    public void handle(ServerExchange exchange) {
        LiveRoute route = table.find(exchange.request());
        if (route == null) {
            unrouted.increment();
            exchange.refuse(NoAnswer.NO_ROUTE.status(), NoAnswer.NO_ROUTE.reason(), Fields.NONE);
            return;
        }
        route.counts().requested();
        LoopOrigins loop = Objects.requireNonNull(loops.get(exchange.loop()));
        new Passage(exchange, route, loop, sender(exchange.peer())).begin();
    }

    private Sender sender(Peer peer) {
        return new Sender(
                peer.address(), peer.scheme(), isTrusted(peer.connection().getAddress()));
    }

    private boolean isTrusted(InetAddress address) {
        for (PeerRange each : trusted) {
            if (each.contains(address)) {
                return true;
            }
        }
        return false;
    }

    /** Its routes. */
    public List<LiveRoute> routes() {
        return table.routes();
    }

    /** Each loop's client of origins. */
    public Collection<LoopOrigins> loops() {
        return loops.values();
    }

    /** Requests that no route fitted. */
    public long unrouted() {
        return unrouted.sum();
    }

    /** Closes the connections to origins. */
    @Override
    public void close() {
        loops.values().forEach(LoopOrigins::close);
    }
}
