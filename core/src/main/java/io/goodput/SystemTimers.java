package io.goodput;

import io.goodput.handoff.DecidingThread;
import io.goodput.handoff.Uncaught;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Real time. Two daemon threads, each started when it is first needed: one runs actions, one interrupts threads. Both
 * are platform threads: however many carriers are kept busy, what is due is decided.
 */
final class SystemTimers implements Timers {
    private static final SystemTimers SHARED = new SystemTimers();

    private final Watchdog watchdog = new Watchdog(Ticker.system());
    private final ScheduledThreadPoolExecutor executor = executor();

    /** No thread of theirs runs before it is needed. */
    static SystemTimers shared() {
        return SHARED;
    }

    private static ScheduledThreadPoolExecutor executor() {
        var executor = new ScheduledThreadPoolExecutor(1, DecidingThread::new);
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    @Override
    public long nanos() {
        return Ticker.system().nanos();
    }

    @Override
    public void sleepUntil(long at) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(at - nanos());
    }

    @Override
    public Timer runAt(long at, Runnable action) {
        Future<?> future = executor.schedule(() -> run(action), at - nanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    private static void run(Runnable action) {
        try {
            action.run();
        } catch (Throwable thrown) {
            Uncaught.tell(thrown);
        }
    }

    @Override
    public Interrupter interrupter() {
        return watchdog.interrupter();
    }
}
