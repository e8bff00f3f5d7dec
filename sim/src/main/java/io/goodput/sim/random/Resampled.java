package io.goodput.sim.random;

import java.util.Arrays;
import java.util.random.RandomGenerator;

final class Resampled implements Distribution {
    private final long[] sorted;
    private final double mean;

    Resampled(long[] nanos) {
        Require.that(nanos.length > 0, "values", nanos.length, "> 0");
        sorted = nanos.clone();
        Arrays.sort(sorted);
        Require.that(sorted[0] >= 0, "value", sorted[0], ">= 0");
        long longest = sorted[sorted.length - 1];
        Require.that(longest <= MAX_NANOS, "value", longest, "<= 2^60");
        mean = Arrays.stream(sorted).asDoubleStream().sum() / sorted.length;
    }

    @Override
    public long sample(RandomGenerator random) {
        return sorted[random.nextInt(sorted.length)];
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public String toString() {
        return "resampled(n=" + sorted.length + ", median=" + RealNanos.text((double) sorted[(sorted.length - 1) / 2])
                + ")";
    }
}
