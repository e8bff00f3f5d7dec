package io.goodput.guard;

import io.goodput.Timers;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What a blocking call needs besides its stack, kept for the next one: a few times as many slots as there are calls at
 * a time. A thread comes back to the slot that it had before, so that threads seldom meet.
 *
 * <p>The pool grows when claims find no free slot, and now and then counts who is claimed: after two counts that find
 * far fewer than there are slots, the others are given up. A pool of {@code n} slots is counted about once in {@code n}
 * claims, so that a claim costs the same however large it is.
 */
final class SlotPool {
    private static final int INITIAL = 64;
    private static final int PROBES = 16;

    /** Slots for each call at a time, at the least, where slots are given up. */
    private static final int ROOM = 4;

    /** Odd, so that no two threads share a home that need not, and large, so that neighbours share no cache line. */
    private static final int SPREAD = 0x9E37_79B9;

    private final Timers timers;
    private final int least;
    private volatile Slot[] slots;

    /** Slots claimed when they were counted before. */
    private int claimedBefore;

    SlotPool(Timers timers) {
        this(timers, INITIAL);
    }

    /** A pool that keeps so many slots, a power of two. */
    SlotPool(Timers timers, int least) {
        this.timers = timers;
        this.least = least;
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
                    if (all.length > least && slot.isCountDue(all.length)) {
                        giveUpSpares();
                    }
                    return slot;
                }
                // Anywhere, or calls nested in one thread, or in neighbouring ones, would find each other wherever they
                // look, however much the pool grows.
                place = ThreadLocalRandom.current().nextInt();
            }
            growFrom(all.length);
        }
    }

    /** Unless there are more or fewer by now. */
    private synchronized void growFrom(int size) {
        Slot[] all = slots;
        if (all.length != size) {
            return;
        }
        Slot[] more = Arrays.copyOf(all, Math.max(least, 2 * size));
        for (int i = size; i < more.length; i++) {
            more[i] = new Slot(timers.interrupter(), i);
        }
        slots = more;
        claimedBefore = more.length;
    }

    /** Whoever is in a slot that is given up keeps it until the call ends. */
    synchronized void giveUpSpares() {
        Slot[] all = slots;
        int claimed = 0;
        for (Slot slot : all) {
            claimed += slot.isClaimed() ? 1 : 0;
        }
        int most = Math.max(claimed, claimedBefore);
        claimedBefore = claimed;
        if (most > all.length / (2 * ROOM)) {
            return;
        }
        int enough = Math.max(least, ROOM * Integer.highestOneBit(Math.max(1, 2 * most - 1)));
        if (enough < all.length) {
            slots = Arrays.copyOf(all, enough);
        }
    }

    /** How many there are. */
    int size() {
        return slots.length;
    }

    /** The state of one call in progress. */
    static final class Slot {
        final Timers.Interrupter interrupter;

        private final AtomicBoolean claimed = new AtomicBoolean();
        private @Nullable GuardedCall call;

        /** Belongs to whoever has claimed it. */
        private int claims;

        /** Slots begin to count at different numbers, so that not all are due at once. */
        private Slot(Timers.Interrupter interrupter, int number) {
            this.interrupter = interrupter;
            this.claims = number;
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

        private boolean isClaimed() {
            return claimed.get();
        }

        /** Once in so many claims, which are a power of two. */
        private boolean isCountDue(int every) {
            return (++claims & (every - 1)) == 0;
        }

        void release() {
            claimed.setRelease(false);
        }
    }
}
