package io.goodput.sim.random;

import java.util.random.RandomGenerator;

record Exponential(double mean) implements Distribution {
    Exponential {
        Require.time("mean", mean);
    }

    @Override
    public long sample(RandomGenerator random) {
        return RealNanos.round(mean * random.nextExponential());
    }

    @Override
    public String toString() {
        return "exponential(mean=" + RealNanos.text(mean) + ")";
    }
}
