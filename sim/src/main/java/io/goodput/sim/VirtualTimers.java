package io.goodput.sim;

import io.goodput.Nanos;
import io.goodput.Timers;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Time that passes only when it is told to, or slept through: a guard given these timers waits without waiting, so that
 * a test of backoff, timeouts and deadlines takes no time and ends the same every time.
 *
 * <p>Whoever sleeps moves the time to the end of the sleep. On the way everything that is due happens, in order, in the
 * sleeping thread: actions run, and an attempt whose time is up is interrupted, which ends its sleep. Whoever does not
 * sleep, such as a test of asynchronous calls, {@linkplain #advance advances} the time.
 *
 * <p>All threads may use them at once. What one thread does is then the same every time; in which order two threads
 * that sleep at the same time go on is not, as a blocking call that hedges has a thread for each attempt. Timers over a
 * {@link Simulation} of one's own belong to its thread.
 */
public final class VirtualTimers implements Timers {
    private final ReentrantLock lock = new ReentrantLock();
    private final Simulation simulation;

    /** An action that has become due while the lock was held; to be run without it. */
    private @Nullable Runnable due;

    /** Timers at 0, with a time of their own. */
    public VirtualTimers() {
        this(new Simulation());
    }

    /** The time of a simulation: whoever sleeps lets its events happen meanwhile. */
    public VirtualTimers(Simulation simulation) {
        this.simulation = simulation;
    }

    @Override
    public long nanos() {
        lock.lock();
        try {
            return simulation.nanos();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lets time pass, and all happen that is due meanwhile, in the calling thread.
     *
     * @throws IllegalArgumentException if the time is negative, or ends beyond {@link Simulation#MAX_NANOS}
     */
    public void advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time: " + Nanos.written(time) + " (expected: >= 0s)");
        }
        advanceTo(Nanos.plus(nanos(), Nanos.of(time)));
    }

    /**
     * Lets time pass until that instant, it included; see {@link #advance}.
     *
     * @throws IllegalArgumentException if it lies in the past or beyond {@link Simulation#MAX_NANOS}
     */
    public void advanceTo(long instant) {
        long now = nanos();
        if (instant < now || instant > Simulation.MAX_NANOS) {
            throw new IllegalArgumentException(
                    "instant: " + instant + " (expected: >= now " + now + " and <= " + Simulation.MAX_NANOS + ")");
        }
        while (step(instant)) {}
    }

    /** Sleeps for a time, as a task does that takes that long, a negative one being none; see {@link #sleepUntil}. */
    public void sleep(Duration time) throws InterruptedException {
        sleepUntil(Nanos.plus(nanos(), time.isNegative() ? 0 : Nanos.of(time)));
    }

    /**
     * Lets time pass until that instant or until the thread is interrupted, whichever is first.
     *
     * @throws IllegalStateException if the instant lies beyond {@link Simulation#MAX_NANOS} and nothing that is due
     *     interrupts the thread before
     */
    @Override
    public void sleepUntil(long at) throws InterruptedException {
        do {
            if (Thread.interrupted()) {
                throw new InterruptedException("at " + nanos() + " ns of virtual time");
            }
        } while (step(at));
        if (at > Simulation.MAX_NANOS) {
            throw new IllegalStateException("slept for ever (expected: an end, or a timeout)");
        }
    }

    /** Does the next thing that is due by then; false if there is none, and all the time until then has passed. */
    private boolean step(long end) {
        Runnable action;
        lock.lock();
        try {
            long until = Math.max(end, simulation.nanos());
            if (simulation.nextTime() > until || !simulation.step()) {
                simulation.runUntil(until <= Simulation.MAX_NANOS ? until : simulation.nanos());
                return false;
            }
            action = due;
            due = null;
        } finally {
            lock.unlock();
        }
        if (action != null) {
            action.run();
        }
        return true;
    }

    @Override
    public Timer runAt(long at, Runnable action) {
        long handle = schedule(at, _ -> run(action));
        return () -> cancel(handle);
    }

    private void run(Runnable action) {
        if (lock.isHeldByCurrentThread()) {
            due = action;
        } else {
            action.run();
        }
    }

    /** An instant that is past is now; one that never comes has no handle. */
    private long schedule(long at, Event event) {
        lock.lock();
        try {
            return at > Simulation.MAX_NANOS ? 0 : simulation.schedule(Math.max(at, simulation.nanos()), event);
        } finally {
            lock.unlock();
        }
    }

    private void cancel(long handle) {
        lock.lock();
        try {
            simulation.cancel(handle);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Interrupter interrupter() {
        return new Alarm();
    }

    /** Used by one thread, and fired by whichever lets the time pass, under the lock. */
    private final class Alarm implements Interrupter, Event {
        private @Nullable Thread target;
        private boolean interrupted;
        private long handle;

        @Override
        public void arm(long at) {
            lock.lock();
            try {
                target = Thread.currentThread();
                interrupted = false;
                handle = schedule(at, this);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void fire(long now) {
            Thread thread = target;
            if (thread != null && !thread.isInterrupted()) {
                interrupted = true;
                thread.interrupt();
            }
        }

        @Override
        public boolean disarm() {
            lock.lock();
            try {
                cancel(handle);
                target = null;
                // Its own interrupt is cleared; whoever slept has cleared it already.
                if (interrupted) {
                    Thread.interrupted();
                }
                return interrupted;
            } finally {
                lock.unlock();
            }
        }
    }
}
