package io.goodput.guard;

import io.goodput.Timers;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What a blocking call needs besides its stack, kept for the next one: a few times as many slots as there were calls at
 * a time. A thread comes back to the slot that it had before, so that threads seldom meet.
 */
final class SlotPool {
    private static final int INITIAL = 64;
    private static final int PROBES = 16;

    /** Odd, so that no two threads share a home that need not, and large, so that neighbours share no cache line. */
    private static final int SPREAD = 0x9E37_79B9;

    private final Timers timers;
    private volatile Slot[] slots;

    SlotPool(Timers timers) {
        this.timers = timers;
        this.slots = new Slot[0];
    }

    Slot claim() {
        int home = (int) Thread.currentThread().threadId() * SPREAD;
        while (true) {
            Slot[] all = slots;
            int place = home;
            for (int i = 0; i < Math.min(PROBES, all.length); i++) {
                Slot slot = all[place & (all.length - 1)];
                if (slot.tryClaim()) {
                    return slot;
                }
                // Anywhere, or calls nested in one thread, or in neighbouring ones, would find each other wherever they
                // look, however much the pool grows.
                place = ThreadLocalRandom.current().nextInt();
            }
            growBeyond(all.length);
        }
    }

    private synchronized void growBeyond(int size) {
        Slot[] all = slots;
        if (all.length > size) {
            return;
        }
        Slot[] more = Arrays.copyOf(all, Math.max(INITIAL, 2 * size));
        for (int i = size; i < more.length; i++) {
            more[i] = new Slot(timers.interrupter());
        }
        slots = more;
    }

    /** The state of one call in progress. */
    static final class Slot {
        final Timers.Interrupter interrupter;

        private final AtomicBoolean claimed = new AtomicBoolean();
        private @Nullable GuardedCall call;

        private Slot(Timers.Interrupter interrupter) {
            this.interrupter = interrupter;
        }

        GuardedCall callOf(Guard guard) {
            GuardedCall reused = call;
            if (reused == null) {
                reused = new GuardedCall(guard);
                call = reused;
            } else {
                reused.reuse(guard);
            }
            return reused;
        }

        private boolean tryClaim() {
            return !claimed.get() && claimed.compareAndSet(false, true);
        }

        void release() {
            claimed.setRelease(false);
        }
    }
}
