package io.goodput.sim.random;

import java.math.BigDecimal;
import java.util.random.RandomGenerator;

record Bimodal(double share, Distribution common, Distribution rare) implements Distribution {
    Bimodal {
        Require.that(share >= 0 && share <= 1, "share", share, ">= 0 and <= 1");
    }

    @Override
    public long sample(RandomGenerator random) {
        return (random.nextDouble() < share ? rare : common).sample(random);
    }

    @Override
    public double mean() {
        return (1 - share) * common.mean() + share * rare.mean();
    }

    @Override
    public String toString() {
        String percent =
                BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
        return "bimodal(" + common + ", " + percent + "%, " + rare + ")";
    }
}
