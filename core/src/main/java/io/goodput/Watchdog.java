package io.goodput;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Interrupts threads whose attempt has run out of time, at no cost to speak of where none does.
 *
 * <p>To arm an interrupter is to write an instant into it. One thread looks at all of them, and then sleeps until the
 * earliest instant that it saw, though most calls will have ended by then: with attempts of equal timeout {@code t} it
 * looks about once in {@code t}, however many calls there are. Only an instant earlier than the next look wakes it.
 */
final class Watchdog {
    /** Where very many attempts run out of time at scattered instants, some are interrupted that much later. */
    private static final long BETWEEN_LOOKS = Duration.ofMillis(1).toNanos() / 2;

    private final Ticker ticker;
    private final AtomicReference<@Nullable Watch> latest = new AtomicReference<>();
    private volatile @Nullable Thread thread;

    /** When the next look is due. While a look is under way, never: then whoever arms wakes the thread, to be sure. */
    private volatile long nextLook = Long.MAX_VALUE;

    Watchdog(Ticker ticker) {
        this.ticker = ticker;
    }

    Timers.Interrupter interrupter() {
        start();
        while (true) {
            Watch before = latest.get();
            Watch watch = new Watch(before);
            if (latest.compareAndSet(before, watch)) {
                return watch;
            }
        }
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

    long look(long now) {
        long earliest = Long.MAX_VALUE;
        for (Watch watch = latest.get(); watch != null; watch = watch.earlierMade) {
            earliest = Math.min(earliest, watch.look(now));
        }
        return earliest;
    }

    /** Holds the instant at which to interrupt, or one of the three marks. */
    private final class Watch implements Timers.Interrupter {
        private static final long IDLE = Long.MAX_VALUE;
        private static final long INTERRUPTING = -1;
        private static final long INTERRUPTED = -2;
        private static final long INTERRUPTED_ALREADY = -3;

        private final @Nullable Watch earlierMade;
        private final AtomicLong at = new AtomicLong(IDLE);
        private @Nullable Thread target;

        Watch(@Nullable Watch earlierMade) {
            this.earlierMade = earlierMade;
        }

        @Override
        public void arm(long instant) {
            target = Thread.currentThread();
            at.set(instant);
            if (instant < nextLook) {
                LockSupport.unpark(thread);
            }
        }

        @Override
        public boolean disarm() {
            long instant = at.get();
            if (instant >= 0 && at.compareAndSet(instant, IDLE)) {
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

        /** Interrupts if it is time; otherwise the instant at which it will be. */
        private long look(long now) {
            long instant = at.get();
            if (instant < 0 || instant > now) {
                return instant < 0 ? IDLE : instant;
            }
            if (at.compareAndSet(instant, INTERRUPTING)) {
                // The owner waits in disarm() for the mark below, so the target is still the thread that armed.
                at.set(target != null && interrupt(target) ? INTERRUPTED : INTERRUPTED_ALREADY);
            }
            return IDLE;
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
}
