package io.goodput.breaker;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/** Lets everything through and looks at the last calls. */
final class ClosedState implements CircuitState {
    /** 1 where a call failed. */
    private final AtomicIntegerArray last;

    private final AtomicLong ended = new AtomicLong();
    private final AtomicInteger failed = new AtomicInteger();
    private final long since;

    ClosedState(int room, long since) {
        this.last = new AtomicIntegerArray(room);
        this.since = since;
    }

    /** The same with room for more calls, or only for the latest of them. */
    ClosedState withRoom(int room) {
        var other = new ClosedState(room, since);
        long end = ended.get();
        for (long call = Math.max(0, end - Math.min(room, room())); call < end; call++) {
            other.count(last.get(slot(call)));
        }
        return other;
    }

    int room() {
        return last.length();
    }

    @Override
    public CircuitBreaker.State name() {
        return CircuitBreaker.State.CLOSED;
    }

    @Override
    public long since() {
        return since;
    }

    @Override
    public boolean tryPass(long now) {
        return true;
    }

    /** The number of failures is that of ones in the ring, as each thread adds what it changed in it. */
    @Override
    public Next ended(boolean bad, CircuitBreaker.Settings settings) {
        long calls = Math.min(count(bad ? 1 : 0), room());
        boolean open = bad && calls >= settings.minCalls() && failed.get() >= settings.threshold() * calls;
        return open ? Next.OPEN : Next.STAY;
    }

    private long count(int bad) {
        long call = ended.getAndIncrement();
        int before = last.getAndSet(slot(call), bad);
        if (bad != before) {
            failed.addAndGet(bad - before);
        }
        return call + 1;
    }

    private int slot(long call) {
        return (int) (call % room());
    }

    @Override
    public void untold() {}
}
