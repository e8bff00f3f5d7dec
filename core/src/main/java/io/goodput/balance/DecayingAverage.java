package io.goodput.balance;

import java.util.concurrent.atomic.AtomicLong;

/**
 * An average in which a sample's weight decays with its age: after the time {@code decay} to a factor of 1/e.
 *
 * <p>A sample counts for the time since the one before, so of those that fall into one tick (about a millisecond) the
 * first one counts. The tick and the average, as a float, share one word: an update is one compare-and-set, and one
 * that changes nothing writes nothing.
 */
final class DecayingAverage {
    /** Nanoseconds of a tick, as a power of two. */
    private static final int TICK_BITS = 20;

    /** No sample so far. */
    static final long EMPTY = pack(0, Float.NaN);

    /** Threads bring readings of the clock out of order by no more than this; what lies further back is a wrap. */
    private static final int DISORDER_TICKS = 1 << 16;

    private final AtomicLong state = new AtomicLong(EMPTY);

    /** Averages the sample in. */
    void add(float sample, long now, double decay) {
        add(sample, now, decay, false);
    }

    /** Averages the sample in, but lets one above the average replace it at once. */
    void addPeak(float sample, long now, double decay) {
        add(sample, now, decay, true);
    }

    private void add(float sample, long now, double decay, boolean peak) {
        while (true) {
            long before = state.get();
            float old = value(before);
            float next = sample;
            if (!Float.isNaN(old) && !(peak && sample > old)) {
                long passed = ticks(before, now);
                if (passed == 0) {
                    return;
                }
                next = sample + (old - sample) * weight(passed, decay);
            }
            if (state.weakCompareAndSetVolatile(before, pack(now, next))) {
                return;
            }
        }
    }

    /** The average as of its last sample; NaN without one. */
    float last() {
        return value(state.get());
    }

    /** What is left of it now, after the time without samples; 0 without any. */
    float decayed(long now, double decay) {
        long current = state.get();
        float last = value(current);
        if (!(last > 0)) {
            return 0;
        }
        long passed = ticks(current, now);
        return passed == 0 ? last : last * weight(passed, decay);
    }

    private static float weight(long ticks, double decay) {
        return (float) Math.exp(-(double) (ticks << TICK_BITS) / decay);
    }

    /** Ticks since a word was packed. */
    static long ticks(long packed, long now) {
        int passed = (int) (now >>> TICK_BITS) - (int) (packed >>> Integer.SIZE);
        return passed < 0 && passed > -DISORDER_TICKS ? 0 : Integer.toUnsignedLong(passed);
    }

    /** A value and the tick of its instant, in one word. */
    static long pack(long now, float value) {
        return ((now >>> TICK_BITS) << Integer.SIZE) | (Float.floatToRawIntBits(value) & 0xFFFF_FFFFL);
    }

    static float value(long packed) {
        return Float.intBitsToFloat((int) packed);
    }
}
