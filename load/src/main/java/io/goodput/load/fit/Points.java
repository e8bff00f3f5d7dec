package io.goodput.load.fit;

import java.util.Arrays;

/**
 * What laws are fitted to, one point for each load.
 *
 * @param concurrency good requests in flight, on average over the time
 * @param throughput good answers a second
 * @param latency their mean latency in seconds
 */
@SuppressWarnings("ArrayRecordComponent") // figures, never compared or used as a key
public record Points(double[] concurrency, double[] throughput, double[] latency) {
    /** A tenth less is more than the steps of one sweep vary by chance. */
    private static final double WELL_BELOW = 0.9;

    /** How many there are. */
    public int count() {
        return concurrency.length;
    }

    /** The highest of them; 0 of nothing. */
    public double highestConcurrency() {
        return Arrays.stream(concurrency).max().orElse(0);
    }

    /** The highest of them; 0 of nothing. */
    public double highestThroughput() {
        return Arrays.stream(throughput).max().orElse(0);
    }

    /** Whether throughput at the highest concurrency is well below what it was at a lower one. */
    public boolean fallBeyondAPeak() {
        int last = 0;
        for (int i = 1; i < count(); i++) {
            last = concurrency[i] > concurrency[last] ? i : last;
        }
        return count() > 0 && throughput[last] < WELL_BELOW * highestThroughput();
    }
}
