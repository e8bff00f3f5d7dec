package io.goodput.conformance;

import io.netty.channel.ManualIoEventLoop;
import io.netty.channel.local.LocalIoHandler;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.util.concurrent.TimeUnit;

/** An event loop of Netty whose time passes when it has nothing to do, at once, up to what is next. */
public final class VirtualLoop extends ManualIoEventLoop {
    private final MockTicker time;

    private VirtualLoop(MockTicker time) {
        super(null, Thread.currentThread(), LocalIoHandler.newFactory(), time);
        this.time = time;
    }

    /** At the beginning of time, on the current thread. */
    public static VirtualLoop create() {
        return new VirtualLoop(Ticker.newMockTicker());
    }

    /** What time it is on the loop. */
    public long nanos() {
        return time.nanoTime();
    }

    /** When the next of what is scheduled is due; {@link Long#MAX_VALUE} if nothing is. */
    public long nextAt() {
        long left = nextScheduledTaskNano();
        return left < 0 ? Long.MAX_VALUE : nanos() + left;
    }

    /** Moves on to that instant, and does all that is to be done by then. */
    public void runUntil(long at) {
        if (at > nanos()) {
            time.advance(at - nanos(), TimeUnit.NANOSECONDS);
        }
        while (runNow() > 0) {}
    }
}
