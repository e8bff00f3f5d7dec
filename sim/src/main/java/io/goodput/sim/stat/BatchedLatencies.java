package io.goodput.sim.stat;

import io.goodput.sim.Estimate;
import java.util.Arrays;

/**
 * The latencies of many seeds, kept as at most 20 histograms whatever the number of seeds.
 *
 * <p>The seeds are cut into batches of neighbours, and a run is merged into its batch as soon as it ends. A percentile
 * is that of all latencies pooled; its interval is Student's t over the percentiles of the batches (the method of batch
 * means: Law, "Simulation Modeling and Analysis", 5th ed., 9.5.3). 20 batches are enough for the interval, and each has
 * more to say about a tail than a single run has.
 *
 * <p>Threads may add at once: counts are whole numbers, so the order of merging leaves no mark on the result.
 */
public final class BatchedLatencies {
    private static final int MOST_BATCHES = 20;

    private final int seeds;
    private final LatencyHistogram[] batches;

    /**
     * Room for so many seeds.
     *
     * @param seeds > 0
     */
    public BatchedLatencies(int seeds) {
        if (seeds <= 0) {
            throw new IllegalArgumentException("seeds: " + seeds + " (expected: > 0)");
        }
        this.seeds = seeds;
        this.batches = new LatencyHistogram[Math.min(seeds, MOST_BATCHES)];
        Arrays.setAll(batches, i -> new LatencyHistogram());
    }

    /**
     * Adds what the run of one seed has recorded; the histogram may then be cleared and used again.
     *
     * @param seed index from 0, below the number of seeds; each is to be added once
     */
    public synchronized void add(int seed, LatencyHistogram run) {
        if (seed < 0 || seed >= seeds) {
            throw new IllegalArgumentException("seed: " + seed + " (expected: >= 0 and < " + seeds + ")");
        }
        batches[(int) ((long) seed * batches.length / seeds)].merge(run);
    }

    /**
     * A percentile in nanoseconds. Batches in which nothing was recorded are left out.
     *
     * @param p from 0 to 1, such as 0.99
     */
    public synchronized Estimate percentile(double p) {
        double ofAll = pooled().percentile(p);
        double[] ofEach = Arrays.stream(batches)
                .filter(batch -> batch.count() > 0)
                .mapToDouble(batch -> batch.percentile(p))
                .toArray();
        return ofEach.length == 0 ? Estimate.NONE : Estimates.around(ofAll, ofEach);
    }

    /** A copy of everything that was added. */
    public synchronized LatencyHistogram pooled() {
        var all = new LatencyHistogram();
        for (LatencyHistogram batch : batches) {
            all.merge(batch);
        }
        return all;
    }
}
