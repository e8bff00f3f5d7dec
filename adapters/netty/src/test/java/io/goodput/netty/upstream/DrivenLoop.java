package io.goodput.netty.upstream;

import io.goodput.netty.guard.LoopTimers;
import io.netty.channel.ManualIoEventLoop;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** An event loop over real sockets, driven by the test's thread, whose time passes when it is told to. */
final class DrivenLoop {
    private final MockTicker time = Ticker.newMockTicker();
    private final ManualIoEventLoop loop =
            new ManualIoEventLoop(null, Thread.currentThread(), NioIoHandler.newFactory(), time);
    private final LoopTimers timers = new LoopTimers(loop, time::nanoTime);

    LoopTimers timers() {
        return timers;
    }

    /** Runs until it is so; no time passes. */
    void until(BooleanSupplier reached) {
        while (!reached.getAsBoolean()) {
            loop.runNow();
            Thread.yield();
        }
    }

    /** Time passes at once. */
    void advance(Duration by) {
        time.advance(by.toNanos(), TimeUnit.NANOSECONDS);
        while (loop.runNow() > 0) {}
    }

    void close() {
        loop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
        until(loop::isTerminated);
    }
}
