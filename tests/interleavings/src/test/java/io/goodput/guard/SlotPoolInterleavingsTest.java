package io.goodput.guard;

import io.goodput.Interleavings;
import io.goodput.Timers;
import io.goodput.guard.SlotPool.Slot;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/** A pool of a single slot, so that threads meet; it grows if they do. */
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

    private final SlotPool pool = new SlotPool(NO_TIMERS);

    public SlotPoolInterleavingsTest() throws ReflectiveOperationException {
        Slot only = pool.claim();
        only.release();
        Object one = Array.newInstance(Slot.class, 1);
        Array.set(one, 0, only);
        Field slots = SlotPool.class.getDeclaredField("slots");
        slots.setAccessible(true);
        slots.set(pool, one);
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
