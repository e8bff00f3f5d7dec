package io.goodput;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Watchdog} looks at. Its number is the instant at which to interrupt, or one of three marks of what came
 * of that, or, while it is not armed, the latest instant less {@link #IDLE}, so that the watchdog can guess when the
 * next will be; a look leaves {@link #IDLE} behind.
 */
final class Watch implements Timers.Interrupter {
    private static final long IDLE = Long.MIN_VALUE;
    private static final long INTERRUPTING = -1;
    private static final long INTERRUPTED = -2;
    private static final long INTERRUPTED_ALREADY = -3;

    /** Later ones are not told apart, or they would meet the marks. */
    private static final long LATEST = Long.MAX_VALUE / 2;

    /** In one list of the watchdog's; belongs to whoever holds that. */
    @Nullable Watch next;

    private final Watchdog watchdog;
    private final AtomicLong at = new AtomicLong(IDLE);
    private final AtomicBoolean watched = new AtomicBoolean();
    private @Nullable Thread target;

    Watch(Watchdog watchdog) {
        this.watchdog = watchdog;
    }

    @Override
    public void arm(long instant) {
        target = Thread.currentThread();
        at.set(instant);
        watchdog.armed(this, instant);
    }

    @Override
    public boolean disarm() {
        long instant = at.get();
        if (instant >= 0 && at.compareAndSet(instant, IDLE + Math.min(instant, LATEST))) {
            target = null;
            return false;
        }
        // The interrupt must have arrived before it is cleared, or it would hit whatever the thread does next.
        while (at.get() == INTERRUPTING) {
            Thread.onSpinWait();
        }
        boolean byUs = at.get() == INTERRUPTED;
        target = null;
        at.set(IDLE);
        return byUs && clearInterrupt();
    }

    private static boolean clearInterrupt() {
        Thread.interrupted();
        return true;
    }

    /** True if it was not watched, and is now to be. */
    boolean tryBeWatched() {
        return !watched.get() && watched.compareAndSet(false, true);
    }

    /** True if it was not used since the look before, and is watched no more. */
    boolean tryLetGo() {
        if (at.get() != IDLE) {
            return false;
        }
        watched.set(false);
        // Whoever has armed in between may have found it watched; one of the two has to see to it.
        return at.get() == IDLE || !tryBeWatched();
    }

    /** Interrupts if it is time; otherwise the instant at which it may be. */
    long look(long now) {
        long instant = at.get();
        while (isIdle(instant)) {
            if (at.compareAndSet(instant, IDLE)) {
                long latest = instant - IDLE;
                return latest > now ? latest : Long.MAX_VALUE;
            }
            instant = at.get();
        }
        if (instant > now) {
            return instant;
        }
        if (instant >= 0 && at.compareAndSet(instant, INTERRUPTING)) {
            // The owner waits in disarm() for the mark below, so the target is still the thread that armed.
            at.set(target != null && interrupt(target) ? INTERRUPTED : INTERRUPTED_ALREADY);
        }
        return Long.MAX_VALUE;
    }

    private static boolean isIdle(long number) {
        return number <= IDLE + LATEST;
    }

    /** False if somebody else has interrupted it before: then the interrupt is theirs, and stays. */
    private static boolean interrupt(Thread thread) {
        boolean already = thread.isInterrupted();
        try {
            thread.interrupt();
        } catch (Throwable _) {
            // The thread's own code, or that of a channel it waits for. The other threads still need the watch.
        }
        return !already;
    }
}
