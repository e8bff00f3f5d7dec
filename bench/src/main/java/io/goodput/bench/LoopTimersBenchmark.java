package io.goodput.bench;

import io.goodput.netty.loop.LoopTimer;
import io.goodput.netty.loop.LoopTimers;
import io.netty.channel.ManualIoEventLoop;
import io.netty.channel.local.LocalIoHandler;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A timer of an attempt is set, beside 1,000 others of an event loop, and taken back, as the attempt has ended. */
@State(Scope.Thread)
public class LoopTimersBenchmark {
    private static final int OTHERS = 1_000;
    private static final long TIMEOUT = 300_000_000;

    private final MockTicker time = Ticker.newMockTicker();
    private final ManualIoEventLoop loop =
            new ManualIoEventLoop(null, Thread.currentThread(), LocalIoHandler.newFactory(), time);
    private final LoopTimers timers = new LoopTimers(loop, time::nanoTime);
    private final Timer timer = new Timer();

    @Setup
    public void fill() {
        for (int i = 0; i < OTHERS; i++) {
            timers.set(new Timer(), TIMEOUT + i);
            var _ = loop.schedule(() -> {}, TIMEOUT + i, TimeUnit.NANOSECONDS);
        }
    }

    /** By our own timers, over one alarm of the loop. */
    @Benchmark
    public boolean loopTimers() {
        timers.set(timer, TIMEOUT + OTHERS);
        timers.cancel(timer);
        return timer.isSet();
    }

    /** By the scheduler of the loop. */
    @Benchmark
    public boolean scheduler() {
        return loop.schedule(timer, TIMEOUT + OTHERS, TimeUnit.NANOSECONDS).cancel(false);
    }

    private static final class Timer extends LoopTimer implements Runnable {
        @Override
        protected void fired(long now) {
            throw new AssertionError("too early");
        }

        @Override
        public void run() {
            throw new AssertionError("too early");
        }
    }
}
