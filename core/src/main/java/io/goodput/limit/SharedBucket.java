package io.goodput.limit;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The bucket above all keys. It never gives more than its burst and its rate. New keys, and those that are not, are
 * each sure of half of its rate, and take what the others leave while it is more than half full: so keys that take all
 * they can do not starve those that are new, nor does a flood of new ones starve them.
 */
final class SharedBucket {
    private final AtomicLong full = new AtomicLong();
    private final AtomicLong fullForNew = new AtomicLong();
    private final AtomicLong fullForOld = new AtomicLong();

    boolean has(Cells cells, int permits, boolean isNew, long now) {
        return nanosUntil(cells, permits, isNew, now) == 0;
    }

    /** How long until there are so many permits, if no one else takes them. */
    long nanosUntil(Cells cells, int permits, boolean isNew, long now) {
        long used = Cells.used(full.get(), now);
        long untilEnough = used + permits * cells.interval - cells.room;
        long untilSure = Cells.used(half(isNew).get(), now) + halfRate(cells, permits) - cells.room;
        long untilHalfFull = used - cells.room / 2;
        return Math.max(0, Math.max(untilEnough, Math.min(untilSure, untilHalfFull)));
    }

    /** Takes them if there are so many; the halves are only a matter of who comes first. */
    boolean tryTake(Cells cells, int permits, boolean isNew, long now) {
        long before;
        long then;
        do {
            before = full.get();
            then = Math.max(before, now) + permits * cells.interval;
            if (then - now > cells.room) {
                return false;
            }
        } while (!full.weakCompareAndSetVolatile(before, then));
        AtomicLong half = half(isNew);
        long taken = half.get();
        long more = Math.max(taken, now) + halfRate(cells, permits);
        if (more - now <= cells.room) {
            half.compareAndSet(taken, more);
        }
        return true;
    }

    private AtomicLong half(boolean isNew) {
        return isNew ? fullForNew : fullForOld;
    }

    private static long halfRate(Cells cells, int permits) {
        return 2L * permits * cells.interval;
    }
}
