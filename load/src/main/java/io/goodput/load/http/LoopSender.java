package io.goodput.load.http;

import io.goodput.Ticker;
import io.goodput.load.RequestOutcome;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What one event loop sends: its connections to each server, and what is on its way. Belongs to the loop's thread. */
public final class LoopSender {
    private static final int SCRATCH_BYTES = 64 * 1024;

    private final EventLoop loop;
    private final HttpSettings settings;
    private final int connections;
    private final ClientTls tls;
    private final Bootstrap bootstrap;
    private final Ticker ticker = Ticker.system();
    private final Map<ServerAddress, ChannelPool> pools = new HashMap<>();
    private final ExpiryList underWay = new ExpiryList();
    private final byte[] scratch = new byte[SCRATCH_BYTES];
    private @Nullable ChannelPool recent;
    private boolean alarmed;

    /** Sends nothing yet. */
    LoopSender(EventLoop loop, HttpSettings settings, int connections, ClientTls tls, Bootstrap bootstrap) {
        this.loop = loop;
        this.settings = settings;
        this.connections = connections;
        this.tls = tls;
        this.bootstrap = bootstrap
                .clone(loop)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        Math.min(Integer.MAX_VALUE, settings.timeout().toMillis() + 1));
    }

    /** The loop whose thread everything here belongs to. */
    public EventLoop loop() {
        return loop;
    }

    /** Opens as many connections as there may be to the server of a request, without sending anything. */
    public void connectAll(PreparedRequest request) {
        ChannelPool pool = pool(request.address());
        for (int i = 0; i < connections; i++) {
            pool.connect();
        }
    }

    /**
     * Sends a request, once there is a connection with room for it.
     *
     * @param now reading of the {@linkplain Ticker#system() machine's clock}
     * @param remainingMillis what it tells the server, if it was prepared to tell
     * @param listener told the end, at the latest after the timeout
     */
    public void send(PreparedRequest request, long now, long remainingMillis, AnswerListener listener) {
        begin(request, now, remainingMillis, listener);
    }

    Transmission begin(PreparedRequest request, long now, long remainingMillis, AnswerListener listener) {
        ChannelPool pool = pool(request.address());
        long expires = now + settings.timeout().toNanos();
        var transmission = new Transmission(request, remainingMillis, expires, pool, listener);
        underWay.add(transmission);
        pool.send(transmission);
        watch();
        return transmission;
    }

    /** The one that was used last is mostly the one that is used next. */
    private ChannelPool pool(ServerAddress address) {
        if (recent != null && recent.address().equals(address)) {
            return recent;
        }
        ChannelPool pool = pools.get(address);
        if (pool == null) {
            pool = new ChannelPool(this, address, settings, connections, bootstrap);
            pools.put(address, pool);
        }
        recent = pool;
        return pool;
    }

    /** One alarm for all: they expire in the order in which they came. */
    private void watch() {
        Transmission first = underWay.first();
        if (!alarmed && first != null) {
            alarmed = true;
            var _ = loop.schedule(this::expire, Math.max(0, first.expires() - ticker.nanos()), TimeUnit.NANOSECONDS);
        }
    }

    private void expire() {
        alarmed = false;
        long now = ticker.nanos();
        Transmission first = underWay.first();
        while (first != null && first.expires() <= now) {
            giveUp(first);
            first = underWay.first();
        }
        watch();
    }

    /** Ends a request that has not ended yet. */
    void giveUp(Transmission transmission) {
        if (!transmission.hasEnded()) {
            ended(transmission, transmission.pool().giveUp(transmission), 0, 0);
            transmission.pool().forgetEnded();
        }
    }

    void ended(Transmission transmission, RequestOutcome answer, int status, long bytes) {
        if (!transmission.hasEnded()) {
            underWay.remove(transmission);
            transmission.end(answer, status, bytes);
        }
    }

    ClientTls tls() {
        return tls;
    }

    byte[] scratch() {
        return scratch;
    }

    void close() {
        pools.values().forEach(ChannelPool::close);
    }
}
