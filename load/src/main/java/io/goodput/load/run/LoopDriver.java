package io.goodput.load.run;

import io.goodput.Ticker;
import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;

/** Asks a loop's part of a load what to do whenever it wants to be asked, on the thread of an event loop. */
final class LoopDriver implements Runnable {
    private final LoopLoad load;
    private final EventLoop loop;
    private final Ticker ticker;

    LoopDriver(LoopLoad load, EventLoop loop, Ticker ticker) {
        this.load = load;
        this.loop = loop;
        this.ticker = ticker;
    }

    /** A defect must not leave anybody waiting. */
    @Override
    public void run() {
        try {
            long next = load.advance();
            if (next != LoopLoad.NEVER) {
                var _ = loop.schedule(this, Math.max(0, next - ticker.nanos()), TimeUnit.NANOSECONDS);
            }
        } catch (RuntimeException | Error defect) {
            load.done().completeExceptionally(defect);
        }
    }
}
