package io.goodput.lab.probe;

import java.util.Arrays;
import java.util.List;

/**
 * What laws are fitted to: for each step the good requests in flight, good answers a second, and their mean latency in
 * seconds.
 */
@SuppressWarnings("ArrayRecordComponent") // figures, never compared or used as a key
record Points(double[] concurrency, double[] throughput, double[] latency) {
    /** A tenth less is more than the steps of one sweep vary by chance. */
    private static final double WELL_BELOW = 0.9;

    static Points of(List<Step> steps) {
        return new Points(
                steps.stream().mapToDouble(Step::concurrency).toArray(),
                steps.stream().mapToDouble(Step::goodput).toArray(),
                steps.stream().mapToDouble(Step::meanLatency).toArray());
    }

    int count() {
        return concurrency.length;
    }

    double highestConcurrency() {
        return Arrays.stream(concurrency).max().orElse(0);
    }

    double highestThroughput() {
        return Arrays.stream(throughput).max().orElse(0);
    }

    /** Whether throughput at the highest concurrency is well below what it was at a lower one. */
    boolean fallBeyondAPeak() {
        int last = 0;
        for (int i = 1; i < count(); i++) {
            last = concurrency[i] > concurrency[last] ? i : last;
        }
        return count() > 0 && throughput[last] < WELL_BELOW * highestThroughput();
    }
}
