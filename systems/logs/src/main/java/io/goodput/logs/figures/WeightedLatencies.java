package io.goodput.logs.figures;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Latencies, each standing for some number of them, in buckets whose bounds grow by 2 %: a quantile is right within 1 %
 * (Masson, Rim and Lee, "DDSketch", VLDB 2019). Two of them add up without loss; quantiles are never averaged.
 */
public final class WeightedLatencies {
    private static final double GROWTH = 1.02;
    private static final double LOG = Math.log(GROWTH);

    private int used;
    private int[] buckets = new int[4];
    private double[] weights = new double[4];
    private double total;

    /** None. */
    public WeightedLatencies() {}

    /** Adds one, in microseconds, that stands for so many. */
    public void add(long micros, double weight) {
        int bucket = micros < 1 ? 0 : 1 + (int) Math.ceil(Math.log((double) micros) / LOG);
        int at = place(bucket);
        weights[at] += weight;
        total += weight;
    }

    /** Adds all of another. */
    public void add(WeightedLatencies other) {
        for (int i = 0; i < other.used; i++) {
            int at = place(other.buckets[i]);
            weights[at] += other.weights[i];
        }
        total += other.total;
    }

    private int place(int bucket) {
        int found = Arrays.binarySearch(buckets, 0, used, bucket);
        if (found >= 0) {
            return found;
        }
        int at = -found - 1;
        if (used == buckets.length) {
            buckets = Arrays.copyOf(buckets, 2 * used);
            weights = Arrays.copyOf(weights, 2 * used);
        }
        System.arraycopy(buckets, at, buckets, at + 1, used - at);
        System.arraycopy(weights, at, weights, at + 1, used - at);
        buckets[at] = bucket;
        weights[at] = 0;
        used++;
        return at;
    }

    /**
     * The quantile in microseconds; null without latencies.
     *
     * @param q from 0 to 1
     */
    public @Nullable Double quantile(double q) {
        double rank = q * total;
        double sum = 0;
        for (int i = 0; i < used; i++) {
            sum += weights[i];
            if (sum >= rank || i == used - 1) {
                return buckets[i] == 0 ? 0 : Math.exp((buckets[i] - 1) * LOG) * 2 / (1 + GROWTH);
            }
        }
        return null;
    }
}
