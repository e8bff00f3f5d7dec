package io.goodput.admission;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many are served, how many wait and how many may be served, in one word, so that no two threads see it
 * differently: the limit holds whatever they do at the same time.
 *
 * <p>While nobody waits, threads enter and leave without a lock. Once somebody waits, all changes are made by whoever
 * holds the lock of the {@link AdmissionQueue}.
 */
final class Occupancy {
    private static final int BITS = 21;
    private static final long MASK = (1L << BITS) - 1;
    private static final long SERVED = 1;
    private static final long WAITING = 1L << BITS;
    private static final int LIMIT_SHIFT = 2 * BITS;
    private static final long LOW = (1L << LIMIT_SHIFT) - 1;

    private final AtomicLong word;

    Occupancy(int limit) {
        this.word = new AtomicLong((long) limit << LIMIT_SHIFT);
    }

    /** Takes a slot if one is free and nobody waits for it. */
    boolean tryEnter() {
        while (true) {
            long seen = word.get();
            if (waiting(seen) > 0 || served(seen) >= limit(seen)) {
                return false;
            }
            if (word.weakCompareAndSetVolatile(seen, seen + SERVED)) {
                return true;
            }
        }
    }

    /** Takes a slot if one is free and nobody waits for it, or waits. Under the lock. */
    boolean enterOrWait() {
        while (true) {
            long seen = word.get();
            boolean enters = waiting(seen) == 0 && served(seen) < limit(seen);
            if (word.weakCompareAndSetVolatile(seen, seen + (enters ? SERVED : WAITING))) {
                return enters;
            }
        }
    }

    /** Gives a slot back, unless somebody waits for it: then the one with the lock must do it. */
    boolean tryLeave() {
        while (true) {
            long seen = word.get();
            checkServed(seen);
            if (waiting(seen) > 0) {
                return false;
            }
            if (word.weakCompareAndSetVolatile(seen, seen - SERVED)) {
                return true;
            }
        }
    }

    /** Gives a slot back. Under the lock. */
    void leave() {
        checkServed(word.get());
        word.getAndAdd(-SERVED);
    }

    /** True if somebody waits and a slot is free. Under the lock, it stays true. */
    boolean canServeWaiting() {
        long seen = word.get();
        return waiting(seen) > 0 && served(seen) < limit(seen);
    }

    /** One who waited is served. Under the lock. */
    void serveWaiting() {
        word.getAndAdd(SERVED - WAITING);
    }

    /** One who waited waits no more. Under the lock. */
    void stopWaiting() {
        word.getAndAdd(-WAITING);
    }

    /** Under the lock. */
    void limit(int limit) {
        word.getAndUpdate(seen -> (seen & LOW) | ((long) limit << LIMIT_SHIFT));
    }

    int limit() {
        return limit(word.get());
    }

    int served() {
        return served(word.get());
    }

    int waiting() {
        return waiting(word.get());
    }

    private static void checkServed(long seen) {
        if (served(seen) == 0) {
            throw new IllegalStateException("finished: more often than served");
        }
    }

    private static int served(long word) {
        return (int) (word & MASK);
    }

    private static int waiting(long word) {
        return (int) ((word >>> BITS) & MASK);
    }

    private static int limit(long word) {
        return (int) (word >>> LIMIT_SHIFT);
    }
}
