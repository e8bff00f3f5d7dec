package io.goodput.sim.random;

import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;

/** A mean of at least 0 lets at least every second draw pass. */
record TruncatedNormal(double untruncatedMean, double sd) implements Distribution {
    TruncatedNormal {
        Require.that(untruncatedMean >= 0 && untruncatedMean <= MAX_NANOS, "mean", untruncatedMean, ">= 0 and <= 2^60");
        Require.time("sd", sd);
    }

    @Override
    public long sample(RandomGenerator random) {
        double x;
        do {
            x = untruncatedMean + sd * random.nextGaussian();
        } while (x < 0);
        return RealNanos.round(x);
    }

    @Override
    public double mean() {
        return TruncatedNormalDistribution.of(untruncatedMean, sd, 0, Double.POSITIVE_INFINITY)
                .getMean();
    }

    @Override
    public String toString() {
        return "normal(mean=" + RealNanos.text(untruncatedMean) + ", sd=" + RealNanos.text(sd) + ")";
    }
}
