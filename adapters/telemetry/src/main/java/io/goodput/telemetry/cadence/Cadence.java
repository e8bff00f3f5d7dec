package io.goodput.telemetry.cadence;

import io.goodput.Range;
import io.goodput.Timers;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.LongConsumer;

/**
 * Tells somebody the time, again and again, from a daemon thread of its own, which may be blocked by what is told.
 * Beats that were missed are not made up for. What is thrown is logged, once until it goes well again, and the next
 * beat comes all the same.
 */
public final class Cadence implements AutoCloseable {
    /** What a period may be. */
    public static final Range<Duration> PERIOD = new Range<>(Duration.ofMillis(1), Duration.ofHours(1));

    private static final System.Logger LOGGER = System.getLogger(Cadence.class.getName());

    private final String name;
    private final Timers timers;
    private final long periodNanos;
    private final LongConsumer told;
    private final Thread thread;
    private volatile boolean closed;

    /** The last beat failed. Of the thread. */
    private boolean failed;

    private Cadence(String name, Duration period, Timers timers, LongConsumer told) {
        this.name = name;
        this.timers = timers;
        this.periodNanos = period.toNanos();
        this.told = told;
        this.thread = Thread.ofPlatform().name("goodput-" + name).daemon().unstarted(this::run);
    }

    /**
     * Begins at once.
     *
     * @param name of what is told, for the name of the thread
     * @param timers give the time, and wait for it
     * @param told the time, first after one period
     */
    public static Cadence begin(String name, Duration period, Timers timers, LongConsumer told) {
        var begun = new Cadence(name, PERIOD.check("period", period), timers, told);
        begun.thread.start();
        return begun;
    }

    private void run() {
        long next = timers.nanos() + periodNanos;
        while (sleptUntil(next)) {
            long now = timers.nanos();
            beat(now);
            next = Math.max(next + periodNanos, now);
        }
    }

    private boolean sleptUntil(long next) {
        try {
            timers.sleepUntil(next);
        } catch (InterruptedException _) {
            return false; // closed: nobody else knows the thread
        }
        return !closed;
    }

    private void beat(long now) {
        try {
            told.accept(now);
            failed = false;
        } catch (RuntimeException failure) {
            if (!failed) {
                LOGGER.log(Level.WARNING, name + " failed, and will be tried again", failure);
            }
            failed = true;
        }
    }

    /** The last beat: none begins after it. Does not wait for one that has begun. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
