package io.goodput.sim.random;

import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.NormalDistribution;

record LogNormal(double median, double sigma) implements Distribution {
    LogNormal {
        Require.time("median", median);
        Require.that(sigma > 0 && sigma <= 10, "sigma", sigma, "> 0 and <= 10");
    }

    /**
     * The logarithm is linear in the normal quantile: two points give its slope, sigma, and its value at the median.
     */
    static LogNormal through(double p, double atP, double q, double atQ) {
        Require.that(p > 0 && p < 1, "p", p, "> 0 and < 1");
        Require.that(q > p && q < 1, "q", q, "> " + p + " and < 1");
        Require.time("atP", atP);
        Require.that(atQ > atP && atQ <= MAX_NANOS, "atQ", atQ, "> " + atP + " and <= 2^60");
        var normal = NormalDistribution.of(0, 1);
        double zP = normal.inverseCumulativeProbability(p);
        double zQ = normal.inverseCumulativeProbability(q);
        double sigma = Math.log(atQ / atP) / (zQ - zP);
        return new LogNormal(atP * Math.exp(-sigma * zP), sigma);
    }

    @Override
    public long sample(RandomGenerator random) {
        return RealNanos.round(median * Math.exp(sigma * random.nextGaussian()));
    }

    @Override
    public double mean() {
        return median * Math.exp(sigma * sigma / 2);
    }

    @Override
    public String toString() {
        return "lognormal(median=" + RealNanos.text(median) + ", sigma=" + sigma + ")";
    }
}
