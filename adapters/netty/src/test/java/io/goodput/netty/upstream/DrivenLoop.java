package io.goodput.netty.upstream;

import io.goodput.netty.loop.LoopTimers;
import io.netty.channel.ManualIoEventLoop;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.Ticker;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** An event loop over real sockets, driven by the test's thread, whose time passes when it is told to. */
final class DrivenLoop {
    private final Time time = new Time();
    private final ManualIoEventLoop loop =
            new ManualIoEventLoop(null, Thread.currentThread(), NioIoHandler.newFactory(), time);
    private final LoopTimers timers = new LoopTimers(loop, time::nanoTime);

    LoopTimers timers() {
        return timers;
    }

    /** Runs until it is so, or the test's time is up; no time passes. */
    void until(BooleanSupplier reached) {
        while (!reached.getAsBoolean()) {
            loop.runNow();
            if (Thread.interrupted()) {
                throw new AssertionError("it does not come to that");
            }
            Thread.yield();
        }
    }

    /** Time passes at once. */
    void advance(Duration by) {
        time.now += by.toNanos();
        while (loop.runNow() > 0) {}
    }

    void close() {
        loop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
        time.flows = true;
        until(loop::isTerminated);
    }

    /** It stands, but while the loop ends, which waits for it by itself. */
    private static final class Time implements Ticker {
        private long now;
        private boolean flows;

        @Override
        public long initialNanoTime() {
            return 0;
        }

        @Override
        public long nanoTime() {
            if (flows) {
                now += TimeUnit.MILLISECONDS.toNanos(1);
            }
            return now;
        }

        @Override
        public void sleep(long delay, TimeUnit unit) {
            now += unit.toNanos(delay);
        }
    }
}
