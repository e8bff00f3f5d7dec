package io.goodput.telemetry.unit;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that are added up, or of which the least or the greatest counts. The thread that a unit belongs to has cells
 * of its own, and stores plainly; all others share a second row, atomically. Whoever reads sees both as one.
 *
 * <p>Which of the three a cell is stands in what it is before anything was told, the same in both rows: 0 for a sum,
 * the greatest number for a minimum, the least for a maximum.
 */
final class SheetCells {
    private static final VarHandle AT = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle THEIRS;

    static {
        try {
            THEIRS = MethodHandles.lookup().findVarHandle(SheetCells.class, "theirs", long[].class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final long[] blank;
    private final long[] own;
    private volatile long @Nullable [] theirs;

    /** As many as there are in {@code blank}, which is not copied and never changes. */
    SheetCells(long[] blank) {
        this.blank = blank;
        this.own = blank.clone();
    }

    void add(boolean mine, int cell, long n) {
        if (mine) {
            own[cell] += n;
        } else {
            long _ = (long) AT.getAndAdd(theirs(), cell, n);
        }
    }

    void atMost(boolean mine, int cell, long n) {
        if (mine) {
            own[cell] = Math.min(own[cell], n);
        } else {
            long[] shared = theirs();
            long seen = (long) AT.getVolatile(shared, cell);
            while (n < seen && !AT.compareAndSet(shared, cell, seen, n)) {
                seen = (long) AT.getVolatile(shared, cell);
            }
        }
    }

    void atLeast(boolean mine, int cell, long n) {
        if (mine) {
            own[cell] = Math.max(own[cell], n);
        } else {
            long[] shared = theirs();
            long seen = (long) AT.getVolatile(shared, cell);
            while (n > seen && !AT.compareAndSet(shared, cell, seen, n)) {
                seen = (long) AT.getVolatile(shared, cell);
            }
        }
    }

    private long[] theirs() {
        long[] shared = theirs;
        if (shared != null) {
            return shared;
        }
        long[] made = blank.clone();
        return THEIRS.compareAndSet(this, null, made) ? made : there();
    }

    private long[] there() {
        long[] shared = theirs;
        if (shared == null) {
            throw new IllegalStateException("cells of others do not go away");
        }
        return shared;
    }

    long get(int cell) {
        long[] shared = theirs;
        return shared == null ? own[cell] : both(cell, own[cell], (long) AT.getVolatile(shared, cell));
    }

    private long both(int cell, long one, long other) {
        long kind = blank[cell];
        return kind == 0 ? one + other : kind == Long.MAX_VALUE ? Math.min(one, other) : Math.max(one, other);
    }

    /** What was told so far goes to a blank row, each number once; of the owner's only if this is the owner. */
    void moveTo(SheetCells to, boolean mine) {
        long[] shared = theirs;
        for (int i = 0; i < blank.length; i++) {
            long moved = shared == null ? blank[i] : (long) AT.getAndSet(shared, i, blank[i]);
            if (mine) {
                moved = both(i, own[i], moved);
                own[i] = blank[i];
            }
            to.own[i] = moved;
        }
    }

    /** As before anything was told. While nobody tells anything. */
    void clear() {
        System.arraycopy(blank, 0, own, 0, blank.length);
        long[] shared = theirs;
        if (shared != null) {
            System.arraycopy(blank, 0, shared, 0, blank.length);
        }
    }

    /** Memory, in bytes. */
    int bytes() {
        return Long.BYTES * blank.length * (theirs == null ? 1 : 2);
    }
}
