package io.goodput.sim.random;

import java.util.random.RandomGenerator;

record Constant(long nanos) implements Distribution {
    Constant {
        Require.that(nanos >= 0 && nanos <= MAX_NANOS, "nanos", nanos, ">= 0 and <= 2^60");
    }

    @Override
    public long sample(RandomGenerator random) {
        return nanos;
    }

    @Override
    public double mean() {
        return nanos;
    }

    @Override
    public String toString() {
        return RealNanos.text((double) nanos);
    }
}
