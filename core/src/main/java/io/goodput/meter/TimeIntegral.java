package io.goodput.meter;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The time spent inside, summed over all who are or were: ∫ n(t) dt, with n the number inside. It counts who is still
 * inside up to now, so that what never ends is seen.
 *
 * <p>Whoever enters takes the time off the sum, whoever leaves adds it, and the number inside times now makes up for
 * the difference. Number and sum share one word, so that one compare-and-set changes both: 20 bits for the number, up
 * to {@value #MOST}, and 46 for the sum, which counts in units of 1,024 ns and wraps around. Rounding every instant
 * down to a unit is right on average: half the entries round as far as half the exits.
 *
 * <p>Thread-safe, without locks and allocation. What to look at is a difference: {@link #nanosBetween} two readings.
 */
public final class TimeIntegral {
    /** The largest number inside. */
    public static final int MOST = (1 << 18) - 1;

    private static final int UNIT_SHIFT = 10;
    private static final int SUM_BITS = 46;
    private static final long SUM_MASK = (1L << SUM_BITS) - 1;

    private final AtomicLong word = new AtomicLong();

    /** Nobody is inside. */
    public TimeIntegral() {}

    /**
     * One more inside.
     *
     * @param now nanoseconds, on a ticker
     * @throws IllegalStateException if there are {@value #MOST} already
     */
    public void enter(long now) {
        long time = now >>> UNIT_SHIFT;
        while (true) {
            long seen = word.get();
            int inside = inside(seen);
            if (inside == MOST) {
                throw new IllegalStateException("inside: more than " + MOST);
            }
            if (word.weakCompareAndSetVolatile(seen, word(inside + 1, sum(seen) - time))) {
                return;
            }
        }
    }

    /**
     * One fewer inside.
     *
     * @param now nanoseconds, on the same ticker
     * @throws IllegalStateException if nobody is inside
     */
    public void leave(long now) {
        long time = now >>> UNIT_SHIFT;
        while (true) {
            long seen = word.get();
            int inside = inside(seen);
            if (inside == 0) {
                throw new IllegalStateException("left: more often than entered");
            }
            if (word.weakCompareAndSetVolatile(seen, word(inside - 1, sum(seen) + time))) {
                return;
            }
        }
    }

    /** How many are inside. */
    public int inside() {
        return inside(word.get());
    }

    /** The sum up to an instant at or after the last event, in units, modulo 2<sup>46</sup>. */
    public long at(long now) {
        long seen = word.get();
        return (sum(seen) + inside(seen) * (now >>> UNIT_SHIFT)) & SUM_MASK;
    }

    /**
     * The nanoseconds between two sums, the later one first; right up to 2<sup>55</sup> ns: two minutes of all that can
     * be inside.
     */
    public static long nanosBetween(long later, long earlier) {
        int unused = Long.SIZE - SUM_BITS;
        return (((later - earlier) << unused) >> unused) << UNIT_SHIFT;
    }

    private static long word(int inside, long sum) {
        return ((long) inside << SUM_BITS) | (sum & SUM_MASK);
    }

    private static int inside(long word) {
        return (int) (word >>> SUM_BITS);
    }

    private static long sum(long word) {
        return word & SUM_MASK;
    }
}
