package io.goodput.sim.random;

import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.WeibullDistribution;

/** The scale times a unit exponential to the power of 1 over the shape. */
record Weibull(double shape, double scale, double mean) implements Distribution {
    static Weibull ofMean(double shape, double mean) {
        Require.time("mean", mean);
        return new Weibull(shape, mean / unitMean(shape), mean);
    }

    static Weibull ofScale(double shape, double scale) {
        Require.time("scale", scale);
        return new Weibull(shape, scale, scale * unitMean(shape));
    }

    private static double unitMean(double shape) {
        Require.that(shape >= 0.1 && shape <= 1000, "shape", shape, ">= 0.1 and <= 1000");
        return WeibullDistribution.of(shape, 1).getMean();
    }

    @Override
    public long sample(RandomGenerator random) {
        return RealNanos.round(scale * Math.pow(random.nextExponential(), 1 / shape));
    }

    @Override
    public String toString() {
        return "weibull(shape=" + shape + ", mean=" + RealNanos.text(mean) + ")";
    }
}
