package io.goodput.telemetry.sample;

/**
 * Where a trace stands among all, from 0 to 2<sup>63</sup> - 1: the same in all processes, and uniform even where ids
 * are not, such as those that count.
 */
final class TraceHash {
    /** Above all hashes but one. */
    static final long END = Long.MAX_VALUE;

    private static final double RANGE = 0x1p63;

    private TraceHash() {}

    /**
     * Of a trace; where there is none, of the instant.
     *
     * @param high 0 like the other half if there is no trace
     */
    static long of(long high, long low, long epochNanos) {
        long id = (high | low) == 0 ? mix(epochNanos) : low;
        return mix(mix(high) + id) >>> 1;
    }

    /** One over the share of hashes that are below; 1 at the end. */
    static double inverse(long threshold) {
        return threshold == END ? 1 : RANGE / threshold;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood, 2014): each bit of the outcome hangs on all bits. */
    static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
