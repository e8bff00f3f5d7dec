package io.goodput.netty.connection;

import io.goodput.Ticker;
import io.goodput.netty.CloseReason;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The connections of one loop; used on its thread only. */
public final class LoopConnections {
    private static final long SWEEP_MILLIS = 250;

    private final EventLoop loop;
    private final Ticker ticker;
    private final List<ServerConnection> connections = new ArrayList<>();
    private final Promise<Void> emptied;
    private boolean sweeping;
    private long drainEnd = Long.MAX_VALUE;

    /** Of none so far. */
    public LoopConnections(EventLoop loop, Ticker ticker) {
        this.loop = loop;
        this.ticker = ticker;
        this.emptied = loop.newPromise();
    }

    /** Looked after from now on. */
    public void add(ServerConnection connection) {
        connection.place = connections.size();
        connections.add(connection);
        if (isDraining()) {
            connection.lastFrom = 0;
        }
        if (!sweeping) {
            sweeping = true;
            sweepLater();
        }
    }

    /** No longer. */
    public void remove(ServerConnection connection) {
        int place = connection.place;
        if (place < 0) {
            return;
        }
        ServerConnection last = connections.removeLast();
        if (last.place != place) {
            connections.set(place, last);
            last.place = place;
        }
        connection.place = -1;
        tellIfEmpty();
    }

    /** How many there are. */
    public int size() {
        return connections.size();
    }

    private void sweepLater() {
        var _ = loop.schedule(this::sweepAndGoOn, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void sweepAndGoOn() {
        sweep();
        sweeping = !connections.isEmpty();
        if (sweeping) {
            sweepLater();
        }
    }

    /** Looks at each once. Whoever goes away meanwhile is replaced by one that has been looked at. */
    public void sweep() {
        long now = ticker.nanos();
        for (int i = connections.size() - 1; i >= 0; i--) {
            if (i < connections.size()) {
                sweep(connections.get(i), now);
            }
        }
    }

    private void sweep(ServerConnection connection, long now) {
        if (now >= drainEnd) {
            connection.cut(CloseReason.CUT);
        } else {
            if (now >= connection.lastFrom) {
                connection.lastRequest();
            }
            connection.tend(now);
        }
    }

    /**
     * Idle connections are closed at once; of the others one after the other gets its last answer, all of them by half
     * of that time; what is left at its end is cut.
     */
    public void drain(long nanos) {
        if (isDraining()) {
            return;
        }
        long now = ticker.nanos();
        drainEnd = now + nanos;
        List<ServerConnection> busy = new ArrayList<>(connections);
        busy.removeIf(ServerConnection::closeIfIdle);
        for (int i = 0; i < busy.size(); i++) {
            busy.get(i).lastFrom = now + (long) (nanos / 2.0 * i / busy.size());
        }
        sweep();
        tellIfEmpty();
    }

    /** Done when the last one is gone, after a {@link #drain}; for any thread. */
    public Future<Void> emptied() {
        return emptied;
    }

    private void tellIfEmpty() {
        if (isDraining() && connections.isEmpty()) {
            var _ = emptied.trySuccess(null);
        }
    }

    private boolean isDraining() {
        return drainEnd != Long.MAX_VALUE;
    }
}
