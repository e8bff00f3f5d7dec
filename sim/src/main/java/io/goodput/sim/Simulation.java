package io.goodput.sim;

import io.goodput.Ticker;
import java.util.Objects;
import java.util.concurrent.CancellationException;

/**
 * Virtual time: fires {@link Event}s in the order of their time, and those of one time in the order they were
 * scheduled.
 *
 * <p>Time counts nanoseconds from 0 to {@link #MAX_NANOS} and moves only by firing an event or by {@link #runUntil}.
 * The run is a function of what is scheduled and of nothing else; {@link #traceHash()} tells two runs apart. A
 * simulation belongs to one thread.
 */
public final class Simulation implements Ticker {
    /** The last instant there is: 2<sup>62</sup> ns, some 146 years. */
    public static final long MAX_NANOS = 1L << 62;

    private static final int EVENTS_BETWEEN_INTERRUPT_CHECKS = 1 << 16;

    private final EventQueue queue = new EventQueue();
    private long now;
    private long events;
    private long traceHash;

    /** A simulation at time 0 with nothing to do. */
    public Simulation() {}

    /** The time in nanoseconds: that of the event being fired, or that of the last one. */
    @Override
    public long nanos() {
        return now;
    }

    /**
     * Schedules an event for an instant, which may be the present one: it then fires after everything that is already
     * scheduled for now.
     *
     * @param at when, in nanoseconds, from now to {@link #MAX_NANOS}
     * @return a handle to {@link #cancel} it by, never 0
     * @throws IllegalArgumentException if {@code at} lies in the past or beyond {@link #MAX_NANOS}
     */
    public long schedule(long at, Event event) {
        if (at < now || at > MAX_NANOS) {
            throw new IllegalArgumentException("at: " + at + " (expected: >= now " + now + " and <= 2^62)");
        }
        return queue.add(at, Objects.requireNonNull(event));
    }

    /**
     * Schedules an event for {@code delayNanos} from now; see {@link #schedule}.
     *
     * @throws IllegalArgumentException if the delay is negative or ends beyond {@link #MAX_NANOS}
     */
    public long after(long delayNanos, Event event) {
        if (delayNanos < 0 || delayNanos > MAX_NANOS - now) {
            throw new IllegalArgumentException(
                    "delayNanos: " + delayNanos + " (expected: >= 0 and ending at <= 2^62, now " + now + ")");
        }
        return queue.add(now + delayNanos, Objects.requireNonNull(event));
    }

    /**
     * Takes back an event. It never fires, counts nowhere and leaves no trace.
     *
     * @return false if it has fired (or is firing) or was cancelled before, or if the handle is 0; such a handle stays
     *     harmless for ever
     */
    public boolean cancel(long handle) {
        return queue.cancel(handle);
    }

    /** Fires the next event; false if there is none. */
    public boolean step() {
        long next = queue.nextTime();
        if (next == Long.MAX_VALUE) {
            return false;
        }
        fire(next);
        return true;
    }

    /**
     * Fires every event up to and including {@code endNanos}, then sets the time to {@code endNanos}: a clock that
     * reads t has done all that was due at t.
     *
     * @throws IllegalArgumentException if the end lies in the past or beyond {@link #MAX_NANOS}
     * @throws CancellationException if the thread is interrupted, which is looked at now and then; the thread stays
     *     interrupted
     */
    public void runUntil(long endNanos) {
        if (endNanos < now || endNanos > MAX_NANOS) {
            throw new IllegalArgumentException("endNanos: " + endNanos + " (expected: >= now " + now + " and <= 2^62)");
        }
        while (fireSome(endNanos)) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted at " + now + " ns of simulated time");
            }
        }
        now = endNanos;
    }

    /** How many events have fired. */
    public long events() {
        return events;
    }

    /** How many events are scheduled and not cancelled. */
    public int pending() {
        return queue.live();
    }

    /** A hash over the time and label of every event fired so far, in order. */
    public long traceHash() {
        return traceHash;
    }

    /** The time of the next event; {@link Long#MAX_VALUE} if there is none. */
    long nextTime() {
        return queue.nextTime();
    }

    /** The label of the next event, of which there must be one. */
    String nextLabel() {
        return queue.peek().label();
    }

    private boolean fireSome(long endNanos) {
        for (int i = 0; i < EVENTS_BETWEEN_INTERRUPT_CHECKS; i++) {
            long next = queue.nextTime();
            if (next > endNanos) {
                return false;
            }
            fire(next);
        }
        return true;
    }

    private void fire(long at) {
        now = at;
        Event event = queue.poll();
        events++;
        // One multiply and a rotation per event. The odd factor (the golden ratio) spreads every input bit upwards, the
        // rotation brings it down again, and the order of events matters because the hash so far goes through both.
        traceHash = Long.rotateLeft((traceHash ^ at) * 0x9E37_79B9_7F4A_7C15L, 29)
                + event.label().hashCode();
        event.fire(at);
    }
}
