package io.goodput.sim.stat;

import io.goodput.sim.Estimate;
import org.apache.commons.statistics.distribution.TDistribution;

/** Figures of many independent runs, with the 95 % interval in which the true one lies. */
public final class Estimates {
    /** The upper end of an interval that leaves 2.5 % out on either side. */
    private static final double UPPER = 0.975;

    /** The same for the normal distribution. */
    private static final double Z = 1.959963984540054;

    private Estimates() {}

    /**
     * The mean of independent samples, one of each run, with Student's t interval.
     *
     * @return {@link Estimate#NONE} of no sample, no interval of one
     * @throws IllegalArgumentException if a sample is NaN or infinite
     */
    public static Estimate mean(double[] samples) {
        int n = samples.length;
        if (n == 0) {
            return Estimate.NONE;
        }
        double mean = average(samples);
        return around(mean, samples);
    }

    /** The interval that the spread of the samples gives, put around a centre that need not be their mean. */
    static Estimate around(double centre, double[] samples) {
        int n = samples.length;
        if (n < 2) {
            return new Estimate(centre, Double.NaN, Double.NaN);
        }
        double mean = average(samples);
        double squares = 0;
        for (double sample : samples) {
            squares += (sample - mean) * (sample - mean);
        }
        double t = TDistribution.of(n - 1).inverseCumulativeProbability(UPPER);
        double half = t * Math.sqrt(squares / (n - 1) / n);
        return new Estimate(centre, centre - half, centre + half);
    }

    /**
     * The share of runs in which something happened, with Wilson's score interval (JASA 22, 1927), which stays between
     * 0 and 1 and is honest where nothing or everything was a hit.
     *
     * @param hits from 0 to n
     * @param n how many runs; 0 gives {@link Estimate#NONE}
     */
    public static Estimate proportion(int hits, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("n: " + n + " (expected: >= 0)");
        }
        if (hits < 0 || hits > n) {
            throw new IllegalArgumentException("hits: " + hits + " (expected: >= 0 and <= n " + n + ")");
        }
        if (n == 0) {
            return Estimate.NONE;
        }
        double p = (double) hits / n;
        double weight = Z * Z / n;
        double centre = (p + weight / 2) / (1 + weight);
        double half = Z / (1 + weight) * Math.sqrt(p * (1 - p) / n + weight / n / 4);
        return new Estimate(p, hits == 0 ? 0 : Math.max(0, centre - half), hits == n ? 1 : Math.min(1, centre + half));
    }

    private static double average(double[] samples) {
        double sum = 0;
        for (double sample : samples) {
            if (!Double.isFinite(sample)) {
                throw new IllegalArgumentException("sample: " + sample + " (expected: finite)");
            }
            sum += sample;
        }
        return sum / samples.length;
    }
}
