package io.goodput.guard;

import io.goodput.Timers;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that moves when it is told to, or slept on. It interrupts nobody, and counts what is asked of it. */
public class TestTimers implements Timers {
    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger readings = new AtomicInteger();
    private final AtomicInteger interrupters = new AtomicInteger();

    /** One that stands at 0. */
    public TestTimers() {}

    public void advanceTo(long instant) {
        now.set(instant);
    }

    public int readings() {
        return readings.get();
    }

    public int interrupters() {
        return interrupters.get();
    }

    @Override
    public long nanos() {
        readings.incrementAndGet();
        return now.get();
    }

    @Override
    public void sleepUntil(long at) throws InterruptedException {
        now.accumulateAndGet(at, Math::max);
    }

    @Override
    public Timer runAt(long at, Runnable action) {
        throw new AssertionError("nothing is scheduled here");
    }

    @Override
    public Interrupter interrupter() {
        if (interrupters.incrementAndGet() > 100_000) {
            throw new AssertionError("the pool grows without end");
        }
        return new Interrupter() {
            @Override
            public void arm(long at) {}

            @Override
            public boolean disarm() {
                return false;
            }
        };
    }
}
