package io.goodput.guard;

import io.goodput.Interleavings;
import io.goodput.Timers;
import io.goodput.guard.SlotPool.Slot;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/** A pool of very few slots, so that threads meet; it grows if they do, and gives slots up. */
public class SlotPoolInterleavingsTest {
    static final Timers NO_TIMERS = new Timers() {
        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public void sleepUntil(long at) {}

        @Override
        public Timer runAt(long at, Runnable action) {
            return () -> {};
        }

        @Override
        public Interrupter interrupter() {
            return new Occupancy();
        }
    };

    private final SlotPool pool = new SlotPool(NO_TIMERS, 1);

    /** Two slots, of which one is spare. */
    public SlotPoolInterleavingsTest() {
        Slot one = pool.claim();
        Slot other = pool.claim();
        one.release();
        other.release();
        pool.giveUpSpares();
    }

    /** Whether nobody else was in the slot. */
    @Operation
    public boolean call() {
        Slot slot = pool.claim();
        slot.interrupter.arm(0);
        boolean mine = !slot.interrupter.disarm();
        slot.release();
        return mine;
    }

    @Operation
    public void giveUpSpares() {
        pool.giveUpSpares();
    }

    @Test
    void a_slot_is_never_claimed_by_two() {
        Interleavings.twoThreads()
                .actorsBefore(0)
                .actorsAfter(0)
                .actorsPerThread(2)
                .check(SlotPoolInterleavingsTest.class);
    }

    /** Says on the way out whether somebody else was in. */
    private static final class Occupancy implements Timers.Interrupter {
        private final AtomicInteger inside = new AtomicInteger();
        private volatile boolean shared;

        @Override
        public void arm(long at) {
            if (inside.incrementAndGet() > 1) {
                shared = true;
            }
        }

        @Override
        public boolean disarm() {
            inside.decrementAndGet();
            return shared;
        }
    }
}
