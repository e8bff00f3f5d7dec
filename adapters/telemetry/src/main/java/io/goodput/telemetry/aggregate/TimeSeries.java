package io.goodput.telemetry.aggregate;

import io.goodput.telemetry.scale.TimeCounts;
import io.goodput.telemetry.scale.TimeScale;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How long things took. Threads that get into each other's way are spread over more and more {@link TimeStripe}s, up to
 * {@link #MOST_STRIPES}.
 */
final class TimeSeries extends LiveSeries {
    /** A power of two, not below the number of processors, and not above 16. */
    static final int MOST_STRIPES =
            Math.min(16, Integer.highestOneBit(2 * Runtime.getRuntime().availableProcessors() - 1));

    private static final int GOLDEN = 0x9e3779b9;
    private static final long TABLE_BYTES = 48;
    private static final long OCTAVE_BYTES = 16 + 8 * TimeScale.OCTAVE + 56;

    private final TimeStripe first;

    /** A power of two of them, once the first is crowded; replaced by more under the monitor. */
    private volatile TimeStripe @Nullable [] stripes;

    // Since it began, of the thread that ticks. The octaves are those that ever had any.
    private long count;
    private long sum;
    private final Map<Integer, long[]> octaves = new TreeMap<>();
    private long octaveBytes = TABLE_BYTES;

    TimeSeries(SeriesKey key, LastUse lastUse, long since, MemoryBudget budget) {
        super(key, SeriesKind.TIME, lastUse, since, budget);
        first = new TimeStripe(budget);
    }

    /** What one takes beside what every series does, without any time in it. */
    static long emptyBytes() {
        return TimeStripe.BYTES + TABLE_BYTES;
    }

    /** Something took that long. */
    void record(long nanos) {
        long time = Math.max(0, nanos);
        TimeStripe[] all = stripes;
        TimeStripe mine = all == null ? first : all[place(all.length)];
        if (!mine.tryAdd(time)) {
            another().add(time);
        }
    }

    private static int place(int stripes) {
        int spread = (int) Thread.currentThread().threadId() * GOLDEN;
        return (spread >>> 16) & (stripes - 1);
    }

    /** Somebody else is at the stripe: there are to be more. */
    private TimeStripe another() {
        TimeStripe[] all = all();
        if (all.length < MOST_STRIPES) {
            all = more(all.length);
        }
        return all[place(all.length)];
    }

    private TimeStripe[] all() {
        TimeStripe[] all = stripes;
        return all == null ? new TimeStripe[] {first} : all;
    }

    private synchronized TimeStripe[] more(int crowded) {
        TimeStripe[] all = all();
        if (all.length != crowded || !budget().take(crowded * TimeStripe.BYTES)) {
            return all;
        }
        TimeStripe[] twice = Arrays.copyOf(all, 2 * crowded);
        for (int i = crowded; i < twice.length; i++) {
            twice[i] = new TimeStripe(budget());
        }
        stripes = twice;
        return twice;
    }

    @Override
    void drain(IntervalFigures into) {
        for (TimeStripe stripe : all()) {
            stripe.drain(into);
        }
        count += into.count();
        sum += into.sum();
        into.eachBucket(this::keep);
    }

    /** Where there is no room for an octave, the total has fewer times in its buckets than it has times. */
    private void keep(int bucket, long many) {
        int octave = bucket >> TimeScale.OCTAVE_BITS;
        long[] counts = octaves.get(octave);
        if (counts == null) {
            if (!budget().take(OCTAVE_BYTES)) {
                return;
            }
            octaveBytes += OCTAVE_BYTES;
            counts = new long[TimeScale.OCTAVE];
            octaves.put(octave, counts);
        }
        counts[bucket & (TimeScale.OCTAVE - 1)] += many;
    }

    @Override
    void giveBack() {
        for (TimeStripe stripe : all()) {
            budget().giveBack(stripe.bytes());
        }
        budget().giveBack(octaveBytes);
    }

    @Override
    SeriesTotal total() {
        long[] all = new long[TimeScale.BUCKETS];
        octaves.forEach(
                (octave, counts) -> System.arraycopy(counts, 0, all, octave << TimeScale.OCTAVE_BITS, counts.length));
        return SeriesTotal.ofTimes(key(), count, sum, TimeCounts.of(all));
    }
}
