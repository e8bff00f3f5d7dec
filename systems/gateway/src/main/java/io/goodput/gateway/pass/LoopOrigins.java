package io.goodput.gateway.pass;

import io.goodput.Ticker;
import io.goodput.netty.EventLoops;
import io.goodput.netty.loop.LoopTimers;
import io.goodput.netty.upstream.UpstreamClient;
import io.goodput.netty.upstream.UpstreamSettings;
import io.goodput.netty.upstream.UpstreamSnapshot;
import io.netty.channel.EventLoop;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** What the requests of one event loop share: its timers, and its client of origins. */
public final class LoopOrigins {
    private final LoopTimers timers;
    private final UpstreamClient client;
    private volatile UpstreamSnapshot latest;

    LoopOrigins(EventLoop loop, EventLoops loops) {
        this.timers = new LoopTimers(loop, Ticker.system());
        this.client = new UpstreamClient(timers, loops.clientChannel(), UpstreamSettings.STANDARD, null, new Random());
        this.latest = client.snapshot();
        // Whoever asks for it is no thread of this loop, and does not wait for one.
        var _ = loop.scheduleAtFixedRate(this::look, 1, 1, TimeUnit.SECONDS);
    }

    private void look() {
        latest = client.snapshot();
    }

    LoopTimers timers() {
        return timers;
    }

    UpstreamClient client() {
        return client;
    }

    /** What its client holds and has done, as of a second ago at most. */
    public UpstreamSnapshot snapshot() {
        return latest;
    }

    /** Closes the connections to origins; returns when that is done. */
    void close() {
        var _ = timers.loop().submit(client::close).awaitUninterruptibly();
    }
}
