package io.goodput.telemetry.scale;

/**
 * The buckets that times are counted in: sixteen in each octave, so that a bucket is at most 1/16 as wide as the times
 * in it are long, and each nanosecond below 32 ns. They are those of an HdrHistogram of one significant digit that
 * begins at 1 ns. Longer times than {@link #LONGEST} count as that.
 */
public final class TimeScale {
    /** Buckets in an octave, as a power of two. */
    public static final int OCTAVE_BITS = 4;

    /** Buckets in an octave. */
    public static final int OCTAVE = 1 << OCTAVE_BITS;

    private static final int LONGEST_BITS = 43;

    /** The longest time that is told from longer ones: 2<sup>43</sup> - 1 ns, 2.4 hours. */
    public static final long LONGEST = (1L << LONGEST_BITS) - 1;

    /** Octaves, the first of which holds all below 16 ns. */
    public static final int OCTAVES = LONGEST_BITS - OCTAVE_BITS + 1;

    /** Buckets in all. */
    public static final int BUCKETS = OCTAVES << OCTAVE_BITS;

    private TimeScale() {}

    /** The bucket of a time, from 0; of less than none, that of none. */
    public static int bucket(long nanos) {
        if (nanos < 0 || nanos > LONGEST) {
            return nanos < 0 ? 0 : BUCKETS - 1;
        }
        int shift = Long.SIZE - 1 - OCTAVE_BITS - Long.numberOfLeadingZeros(nanos | OCTAVE);
        return (shift << OCTAVE_BITS) + (int) (nanos >>> shift);
    }

    /** The shortest time in a bucket. */
    public static long shortest(int bucket) {
        int shift = Math.max(0, (bucket >> OCTAVE_BITS) - 1);
        return (bucket - ((long) shift << OCTAVE_BITS)) << shift;
    }

    /** The longest time in a bucket. */
    public static long longest(int bucket) {
        int shift = Math.max(0, (bucket >> OCTAVE_BITS) - 1);
        long next = bucket - ((long) shift << OCTAVE_BITS) + 1;
        return (next << shift) - 1;
    }
}
