package io.goodput.telemetry.aggregate;

import io.goodput.telemetry.scale.TimeScale;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * Times told since the last second was over: their sum, and how many lie in each bucket. An octave takes memory once a
 * time lies in it. Any thread may add to it; what it holds is taken out by one.
 */
final class TimeStripe {
    /** What the heap needs for one without any time in it, roughly. */
    static final long BYTES = 16 + 8 + 24 + 32 + 16 + 4 * TimeScale.OCTAVES + 64;

    private static final long OCTAVE_BYTES = 16 + 4 * TimeScale.OCTAVE;
    private static final AtomicLongFieldUpdater<TimeStripe> SUM =
            AtomicLongFieldUpdater.newUpdater(TimeStripe.class, "sum");
    private static final VarHandle OCTAVE = MethodHandles.arrayElementVarHandle(int[][].class);
    private static final VarHandle COUNT = MethodHandles.arrayElementVarHandle(int[].class);

    private final MemoryBudget budget;
    private volatile long sum;

    /** The thread that was here last, more or less: nothing but speed hangs on it. */
    private long last;

    private final int[][] octaves = new int[TimeScale.OCTAVES][];

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
        int bucket = TimeScale.bucket(nanos);
        int[] counts = octaves[bucket >> TimeScale.OCTAVE_BITS]; // read before the sum is written, which reads wait for
        long me = Thread.currentThread().threadId();
        if (last == me) {
            SUM.getAndAdd(this, nanos);
        } else {
            last = me;
            long before = sum;
            if (!SUM.weakCompareAndSet(this, before, before + nanos)) {
                return false;
            }
        }
        count(counts, bucket);
        return true;
    }

    /** Adds a time, whoever else does. */
    void add(long nanos) {
        int bucket = TimeScale.bucket(nanos);
        SUM.getAndAdd(this, nanos);
        count(octaves[bucket >> TimeScale.OCTAVE_BITS], bucket);
    }

    private void count(int @Nullable [] there, int bucket) {
        int[] counts = there == null ? octave(bucket >> TimeScale.OCTAVE_BITS) : there;
        if (counts == null) {
            unplaced.incrementAndGet();
        } else {
            int _ = (int) COUNT.getAndAdd(counts, bucket & (TimeScale.OCTAVE - 1), 1);
        }
    }

    private int @Nullable [] octave(int index) {
        if (!budget.take(OCTAVE_BYTES)) {
            return null;
        }
        int[] made = new int[TimeScale.OCTAVE];
        int[] other = (int[]) OCTAVE.compareAndExchange(octaves, index, null, made);
        if (other == null) {
            return made;
        }
        budget.giveBack(OCTAVE_BYTES);
        return other;
    }

    /** Takes out all that it holds. A time that is told meanwhile may be in one part and not yet in the other. */
    void drain(IntervalFigures into) {
        long many = unplaced.getAndSet(0);
        for (int octave = 0; octave < octaves.length; octave++) {
            int[] counts = octaves[octave];
            if (counts != null) {
                many += drain(counts, octave << TimeScale.OCTAVE_BITS, into);
            }
        }
        into.addTimes(many, SUM.getAndSet(this, 0));
    }

    private static long drain(int[] counts, int bucket, IntervalFigures into) {
        long many = 0;
        for (int i = 0; i < counts.length; i++) {
            if ((int) COUNT.getVolatile(counts, i) != 0) {
                long there = Integer.toUnsignedLong((int) COUNT.getAndSet(counts, i, 0));
                into.addBucket(bucket + i, there);
                many += there;
            }
        }
        return many;
    }

    /** What it has taken. */
    long bytes() {
        long taken = BYTES;
        for (int[] counts : octaves) {
            taken += counts == null ? 0 : OCTAVE_BYTES;
        }
        return taken;
    }
}
