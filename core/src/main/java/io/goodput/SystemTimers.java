package io.goodput;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Real time. Two daemon threads, each started when it is first needed: one starts actions, each in a virtual thread of
 * its own, so that none keeps the others waiting; one interrupts threads.
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
        var executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("goodput-timer").factory());
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
        Future<?> future =
                executor.schedule(() -> Thread.startVirtualThread(action), at - nanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    @Override
    public Interrupter interrupter() {
        return watchdog.interrupter();
    }
}
