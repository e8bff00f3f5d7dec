package io.goodput.telemetry.aggregate;

import io.goodput.telemetry.scale.TimeScale;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Times told since the last second was over: their sum, and how many lie in each bucket. An octave takes memory once a
 * time lies in it. Any thread may add to it; what it holds is taken out by one.
 *
 * <p>A bucket is one word, so that a time costs one atomic addition: how many there are, and in the lower
 * {@value #REST_BITS} bits by how much they are longer, together, than the shortest of the bucket. Long before either
 * is full, whoever sees it half full empties the word.
 */
final class TimeStripe {
    private static final int REST_BITS = 44;
    private static final long REST = (1L << REST_BITS) - 1;
    private static final long ONE = 1L << REST_BITS;
    private static final long HALF_FULL = Long.MIN_VALUE | 1L << (REST_BITS - 1);

    /** What a longer time has beside the shortest of its bucket goes to the sum: a few of them would fill a word. */
    private static final long MOST_REST = 1L << 32;

    private static final long OCTAVE_BYTES = 16 + 8 * TimeScale.OCTAVE;
    private static final VarHandle OCTAVE = MethodHandles.arrayElementVarHandle(long[][].class);
    private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);

    /** What the heap needs for one without any time in it, roughly. */
    static final long BYTES = 16 + 8 + 3 * 24 + 16 + 4 * TimeScale.OCTAVES + 64;

    private static final long EMPTIED_BYTES = 32 + 8 * TimeScale.BUCKETS;

    private final MemoryBudget budget;

    /** The thread that was here last, more or less: nothing but speed hangs on it. */
    private long last;

    private final long[][] octaves = new long[TimeScale.OCTAVES][];

    /** How many times were in words that were emptied, by their buckets; null while none was. */
    private final AtomicReference<@Nullable AtomicLongArray> emptied = new AtomicReference<>();

    /** What they took together, and other times as far as it is in no word. */
    private final AtomicLong sum = new AtomicLong();

    /** Times for whose octave there was no room. */
    private final AtomicLong unplaced = new AtomicLong();

    TimeStripe(MemoryBudget budget) {
        this.budget = budget;
    }

    /**
     * Adds a time, unless somebody else does at the same time. Whoever was here last too need not ask: an addition is
     * cheaper than an exchange that can fail.
     */
    boolean tryAdd(long nanos) {
        long me = Thread.currentThread().threadId();
        int bucket = TimeScale.bucket(nanos);
        long[] words = octaves[bucket >> TimeScale.OCTAVE_BITS];
        if (last == me || words == null) {
            add(words, bucket, nanos);
            return true;
        }
        last = me;
        int place = bucket & TimeScale.OCTAVE - 1;
        long before = (long) WORD.getVolatile(words, place);
        long after = before + ONE + rest(bucket, nanos);
        if (!WORD.weakCompareAndSet(words, place, before, after)) {
            return false;
        }
        emptyIfHalfFull(words, bucket, after);
        return true;
    }

    /** Adds a time, whoever else does. */
    void add(long nanos) {
        int bucket = TimeScale.bucket(nanos);
        add(octaves[bucket >> TimeScale.OCTAVE_BITS], bucket, nanos);
    }

    private void add(long @Nullable [] there, int bucket, long nanos) {
        long[] words = there == null ? octave(bucket >> TimeScale.OCTAVE_BITS) : there;
        if (words == null) {
            unplaced.incrementAndGet();
            sum.addAndGet(nanos);
            return;
        }
        long more = ONE + rest(bucket, nanos);
        emptyIfHalfFull(words, bucket, more + (long) WORD.getAndAdd(words, bucket & TimeScale.OCTAVE - 1, more));
    }

    /** By how much the time is longer than the shortest of its bucket; 0 if that is for the sum. */
    private long rest(int bucket, long nanos) {
        long rest = nanos - TimeScale.shortest(bucket);
        if (rest < MOST_REST) {
            return rest;
        }
        sum.addAndGet(rest);
        return 0;
    }

    private void emptyIfHalfFull(long[] words, int bucket, long word) {
        if ((word & HALF_FULL) != 0) {
            empty(words, bucket);
        }
    }

    private void empty(long[] words, int bucket) {
        long word = (long) WORD.getAndSet(words, bucket & TimeScale.OCTAVE - 1, 0);
        sum.addAndGet(sumOf(word, bucket));
        AtomicLongArray counts = emptied();
        if (counts == null) {
            unplaced.addAndGet(word >>> REST_BITS);
        } else {
            counts.addAndGet(bucket, word >>> REST_BITS);
        }
    }

    private @Nullable AtomicLongArray emptied() {
        AtomicLongArray there = emptied.get();
        if (there != null || !budget.take(EMPTIED_BYTES)) {
            return there;
        }
        var made = new AtomicLongArray(TimeScale.BUCKETS);
        if (emptied.compareAndSet(null, made)) {
            return made;
        }
        budget.giveBack(EMPTIED_BYTES);
        return emptied.get();
    }

    private static long sumOf(long word, int bucket) {
        return (word >>> REST_BITS) * TimeScale.shortest(bucket) + (word & REST);
    }

    private long @Nullable [] octave(int index) {
        if (!budget.take(OCTAVE_BYTES)) {
            return null;
        }
        long[] made = new long[TimeScale.OCTAVE];
        long[] other = (long[]) OCTAVE.compareAndExchange(octaves, index, null, made);
        if (other == null) {
            return made;
        }
        budget.giveBack(OCTAVE_BYTES);
        return other;
    }

    /** Takes out all that it holds. A time that is told meanwhile may be in one part and not yet in the other. */
    void drain(IntervalFigures into) {
        for (int octave = 0; octave < octaves.length; octave++) {
            long[] words = octaves[octave];
            if (words != null) {
                drain(words, octave << TimeScale.OCTAVE_BITS, into);
            }
        }
        AtomicLongArray counts = emptied.get();
        if (counts != null) {
            for (int bucket = 0; bucket < counts.length(); bucket++) {
                count(bucket, counts.get(bucket) == 0 ? 0 : counts.getAndSet(bucket, 0), 0, into);
            }
        }
        into.addTimes(unplaced.getAndSet(0), sum.getAndSet(0));
    }

    private static void drain(long[] words, int first, IntervalFigures into) {
        for (int i = 0; i < words.length; i++) {
            if ((long) WORD.getVolatile(words, i) != 0) {
                long word = (long) WORD.getAndSet(words, i, 0);
                count(first + i, word >>> REST_BITS, sumOf(word, first + i), into);
            }
        }
    }

    private static void count(int bucket, long many, long nanos, IntervalFigures into) {
        if (many != 0) {
            into.addBucket(bucket, many);
            into.addTimes(many, nanos);
        }
    }

    /** What it has taken. */
    long bytes() {
        long taken = BYTES + (emptied.get() == null ? 0 : EMPTIED_BYTES);
        for (long[] words : octaves) {
            taken += words == null ? 0 : OCTAVE_BYTES;
        }
        return taken;
    }
}
