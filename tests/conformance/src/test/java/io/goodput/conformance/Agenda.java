package io.goodput.conformance;

import io.goodput.Timers;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What happens when, in virtual time that many threads may read. What is due at the same instant comes in its order.
 */
public final class Agenda implements Timers {
    private record Due(long at, long number, Runnable action) {}

    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::number));
    private volatile long now;
    private long number;

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public synchronized Timer runAt(long at, Runnable action) {
        var one = new Due(at, number++, action);
        due.add(one);
        return () -> cancel(one);
    }

    private synchronized void cancel(Due one) {
        due.remove(one);
    }

    /** {@link Long#MAX_VALUE} if nothing is due. */
    public synchronized long next() {
        return due.isEmpty() ? Long.MAX_VALUE : due.peek().at;
    }

    /** Moves on to that instant. */
    public void moveTo(long at) {
        now = at;
    }

    /** Does the next, and moves on to its instant. */
    public void step() {
        Due one;
        synchronized (this) {
            one = due.remove();
        }
        now = Math.max(now, one.at);
        one.action.run();
    }

    @Override
    public void sleepUntil(long at) {
        throw new AssertionError("nothing sleeps here");
    }

    @Override
    public Interrupter interrupter() {
        throw new AssertionError("nobody is interrupted by time here");
    }
}
