package io.goodput.sim.stat;

import io.goodput.sim.Estimate;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * By how much a figure differs between two settings, with 95 % intervals. Runs under the same random numbers are pairs:
 * what both have in common, the arrivals above all, cancels out, and the interval is the narrower for it.
 */
public final class Differences {
    private static final double UPPER = 0.975;
    private static final double Z = 1.959963984540054;

    private Differences() {}

    /** After minus before, pair by pair: Student's t interval of the mean difference. As many of each. */
    public static Estimate paired(double[] before, double[] after) {
        if (before.length != after.length) {
            throw new IllegalArgumentException(
                    "after: " + after.length + " samples (expected: as many as before, " + before.length + ")");
        }
        return Estimates.mean(IntStream.range(0, before.length)
                .mapToDouble(i -> after[i] - before[i])
                .toArray());
    }

    /** After minus before, as if the runs had nothing to do with each other: Welch's t interval. */
    public static Estimate unpaired(double[] before, double[] after) {
        double difference =
                Estimates.mean(after).mean() - Estimates.mean(before).mean();
        if (before.length < 2 || after.length < 2) {
            return new Estimate(difference, Double.NaN, Double.NaN);
        }
        double one = squaredError(before);
        double other = squaredError(after);
        double both = one + other;
        if (both == 0) {
            return new Estimate(difference, difference, difference);
        }
        double freedom = both * both / (one * one / (before.length - 1) + other * other / (after.length - 1));
        double half = TDistribution.of(freedom).inverseCumulativeProbability(UPPER) * Math.sqrt(both);
        return new Estimate(difference, difference - half, difference + half);
    }

    private static double squaredError(double[] samples) {
        double mean = Estimates.mean(samples).mean();
        double squares = 0;
        for (double sample : samples) {
            squares += (sample - mean) * (sample - mean);
        }
        return squares / (samples.length - 1) / samples.length;
    }

    /**
     * By how much the share of pairs changes in which something happens, from those in which it happened on one side
     * only: Agresti and Min's interval (Statistics in Medicine 24, 2005), Wald's with half a pair more of each kind.
     *
     * @param onlyBefore pairs in which it happened before and not after
     * @param onlyAfter the other way round
     * @param pairs of all kinds, at least 1
     */
    public static Estimate pairedShare(int onlyBefore, int onlyAfter, int pairs) {
        double n = pairs + 2.0;
        double centre = (onlyAfter - onlyBefore) / n;
        double variance = ((onlyBefore + onlyAfter + 1) - (onlyAfter - onlyBefore) * centre) / (n * n);
        double half = Z * Math.sqrt(variance);
        double difference = (double) (onlyAfter - onlyBefore) / pairs;
        return new Estimate(difference, Math.max(-1, centre - half), Math.min(1, centre + half));
    }

    /** The same of runs that have nothing to do with each other: Newcombe's interval (ibid. 17, 1998), of Wilson's. */
    public static Estimate unpairedShare(Estimate before, Estimate after) {
        double difference = after.mean() - before.mean();
        double down = Math.hypot(after.mean() - after.low(), before.high() - before.mean());
        double up = Math.hypot(after.high() - after.mean(), before.mean() - before.low());
        return new Estimate(difference, difference - down, difference + up);
    }

    /**
     * McNemar's exact test: how likely such a division of the pairs that differ is, or one less even, if there is no
     * difference.
     */
    public static double mcNemar(int onlyBefore, int onlyAfter) {
        int differ = onlyBefore + onlyAfter;
        if (differ == 0) {
            return 1;
        }
        int fewer = Math.min(onlyBefore, onlyAfter);
        return Math.min(1, 2 * BinomialDistribution.of(differ, 0.5).cumulativeProbability(fewer));
    }
}
