package io.goodput;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Interrupts threads whose attempt has run out of time, at no cost to speak of where none does.
 *
 * <p>To arm an interrupter is to write an instant into it. One thread looks at those that are armed or were lately, and
 * then sleeps until the earliest instant that it saw, though most calls will have ended by then: with attempts of equal
 * timeout {@code t} it looks about once in {@code t}, however many calls there are. Only an instant earlier than the
 * next look wakes it.
 *
 * <p>An interrupter that nobody used between two looks is let go, until it is armed again. So the work of a look, and
 * what is kept, is bounded by what is armed, and not by what once was.
 */
final class Watchdog {
    /** Where very many attempts run out of time at scattered instants, some are interrupted that much later. */
    private static final long BETWEEN_LOOKS = Duration.ofMillis(1).toNanos() / 2;

    private final Ticker ticker;

    /** Armed while they were not watched: the latest first. */
    private final AtomicReference<@Nullable Watch> arrivals = new AtomicReference<>();

    private volatile @Nullable Thread thread;

    /** When the next look is due. While a look is under way, never: then whoever arms wakes the thread, to be sure. */
    private volatile long nextLook = Long.MAX_VALUE;

    // Belong to whoever looks.
    private @Nullable Watch watched;
    private int looked;

    Watchdog(Ticker ticker) {
        this.ticker = ticker;
    }

    Timers.Interrupter interrupter() {
        start();
        return asleep();
    }

    /** An interrupter of a watchdog that looks when it is told to, and else does not. */
    Timers.Interrupter asleep() {
        return new Watch(this);
    }

    private synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform().daemon().name("goodput-watchdog").start(this::watch);
        }
    }

    private void watch() {
        while (true) {
            nextLook = Long.MAX_VALUE;
            long earliest = look(ticker.nanos());
            nextLook = earliest;
            if (earliest == Long.MAX_VALUE) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, Math.max(BETWEEN_LOOKS, earliest - ticker.nanos()));
            }
        }
    }

    void armed(Watch watch, long instant) {
        if (watch.tryBeWatched()) {
            watch.next = arrivals.get();
            while (!arrivals.compareAndSet(watch.next, watch)) {
                watch.next = arrivals.get();
            }
        }
        if (instant < nextLook) {
            LockSupport.unpark(thread);
        }
    }

    /**
     * Interrupts whose time has come, and lets go of those that were not used since the look before.
     *
     * @return when to look again; {@link Long#MAX_VALUE} for not before somebody arms
     */
    long look(long now) {
        looked = 0;
        Watch before = watched;
        watched = null;
        return Math.min(look(before, now), look(takeArrivals(), now));
    }

    /** In the order in which they came. */
    private @Nullable Watch takeArrivals() {
        Watch inOrder = null;
        for (Watch watch = arrivals.getAndSet(null); watch != null; ) {
            Watch after = watch.next;
            watch.next = inOrder;
            inOrder = watch;
            watch = after;
        }
        return inOrder;
    }

    private long look(@Nullable Watch first, long now) {
        long earliest = Long.MAX_VALUE;
        for (Watch watch = first; watch != null; looked++) {
            // Once it is let go, it may be among the arrivals at once; and it must not keep those behind it alive.
            Watch after = watch.next;
            watch.next = null;
            if (!watch.tryLetGo()) {
                earliest = Math.min(earliest, watch.look(now));
                watch.next = watched;
                watched = watch;
            }
            watch = after;
        }
        return earliest;
    }

    /** How many were looked at in the latest look. */
    int looked() {
        return looked;
    }
}
