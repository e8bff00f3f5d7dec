package io.goodput.latency;

import io.goodput.Range;
import io.goodput.bounds.Expected;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The latencies of the last seconds, in a histogram that forgets.
 *
 * <p>Buckets are log-linear: 16 to each power of two from 1 µs to 2<sup>45</sup> ns (9.7 hours). A latency in that
 * range is known to within 3.1 %, a shorter one to within 32 ns, a longer one counts as the longest there is. Memory is
 * 14 KB, whatever is recorded.
 *
 * <p>The window is cut into three slices of time, the running one and the two before it, so what is remembered is
 * between two thirds of the window and all of it. Each bucket of each slice is one word that holds a count and the turn
 * of the ring it belongs to. A word of an earlier turn reads as zero and is overwritten by the first latency of the new
 * one: nothing is ever cleared, so no thread can count into a slice that another is just emptying, and no count is
 * invented or moved to another time. To record is one compare-and-set, without allocation.
 */
public final class LatencyDistribution {
    private static final int SLICES = 3;
    private static final int SUB_BITS = 4;
    private static final int SUBS = 1 << SUB_BITS;
    private static final int LOW_BITS = 10;
    private static final int HIGH_BITS = 45;
    private static final int BUCKETS = (HIGH_BITS - LOW_BITS + 1) * SUBS;
    private static final long LONGEST = (1L << HIGH_BITS) - 1;

    /** The low bits of a word; the others hold the turn. A full count stays full. */
    private static final int COUNT_BITS = 30;

    private static final long FULL = (1L << COUNT_BITS) - 1;

    /** With shorter turns, 2<sup>62</sup> ns would have more of them than a word can tell apart. */
    private static final Range<Duration> WINDOW = new Range<>(Duration.ofSeconds(1), Duration.ofDays(1));

    private final Duration window;
    private final long sliceNanos;
    private final AtomicLongArray words = new AtomicLongArray(SLICES * BUCKETS);

    /**
     * An empty one.
     *
     * @param window how long a latency is remembered at most, 1 s to 1 day; after two thirds of it it may be forgotten
     */
    public LatencyDistribution(Duration window) {
        this.window = WINDOW.check("window", window);
        this.sliceNanos = Math.ceilDiv(window.toNanos(), SLICES);
    }

    /**
     * Counts one latency.
     *
     * @param nanos >= 0
     * @param now when it was measured, the ticker's reading. Readings of several threads may come out of order; what is
     *     older than the window is not counted
     */
    public void record(long nanos, long now) {
        Expected.atLeast("nanos", nanos, 0);
        long slice = now / sliceNanos;
        long turn = slice / SLICES;
        int index = first(slice) + bucketOf(nanos);
        while (true) {
            long word = words.get(index);
            long wordsTurn = word >>> COUNT_BITS;
            if (wordsTurn > turn || (wordsTurn == turn && (word & FULL) == FULL)) {
                return;
            }
            long next = wordsTurn == turn ? word + 1 : turn << COUNT_BITS | 1;
            if (words.weakCompareAndSetVolatile(index, word, next)) {
                return;
            }
        }
    }

    /** How many latencies are remembered. Takes a few microseconds, as do the others that read. */
    public long count(long now) {
        return snapshot(now).count();
    }

    /**
     * The latency that so many percent of those remembered do not exceed, in nanoseconds; {@link Latencies#NONE} of
     * nothing. Where it is asked for often, keep the answer for some seconds.
     *
     * @param p from 0 to 100, such as 99.9
     */
    public long percentile(double p, long now) {
        return snapshot(now).percentile(p);
    }

    /** What is remembered now. Latencies recorded meanwhile may be in it or not. */
    public Latencies snapshot(long now) {
        long newest = now / sliceNanos;
        long[] values = new long[BUCKETS];
        long[] counts = new long[BUCKETS];
        int filled = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            long count = 0;
            for (long slice = Math.max(0, newest - SLICES + 1); slice <= newest; slice++) {
                long word = words.get(first(slice) + bucket);
                count += word >>> COUNT_BITS == slice / SLICES ? word & FULL : 0;
            }
            if (count > 0) {
                values[filled] = valueOf(bucket);
                counts[filled++] = count;
            }
        }
        return Latencies.sorted(values, counts, filled);
    }

    /** How long a latency is remembered at most. */
    public Duration window() {
        return window;
    }

    private static int first(long slice) {
        return (int) (slice % SLICES) * BUCKETS;
    }

    /** The first 16 buckets share the time below 1 µs evenly; from there each power of two has 16 of its own. */
    private static int bucketOf(long nanos) {
        if (nanos < 1 << LOW_BITS) {
            return (int) (nanos >>> (LOW_BITS - SUB_BITS));
        }
        long value = Math.min(nanos, LONGEST);
        int power = Long.SIZE - 1 - Long.numberOfLeadingZeros(value);
        int within = (int) (value >>> (power - SUB_BITS)) % SUBS;
        return (power - LOW_BITS + 1) * SUBS + within;
    }

    /** The middle of a bucket. */
    private static long valueOf(int bucket) {
        int power = Math.max(bucket / SUBS, 1) + LOW_BITS - 1;
        long width = 1L << (power - SUB_BITS);
        long start = bucket < SUBS ? 0 : 1L << power;
        return start + bucket % SUBS * width + width / 2;
    }
}
