package io.goodput.load.traffic;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws places by their weights; one draw each, and none where there is only one place. */
public final class WeightedDraw {
    private final double[] upTo;
    private final RandomGenerator random;

    /** Among the targets of a class. */
    WeightedDraw(List<WeightedTarget> targets, RandomGenerator random) {
        this(targets.stream().mapToDouble(WeightedTarget::weight).toArray(), random);
    }

    /**
     * Among so many places.
     *
     * @param weights each > 0
     */
    public WeightedDraw(double[] weights, RandomGenerator random) {
        this.upTo = weights.clone();
        Arrays.parallelPrefix(upTo, Double::sum);
        this.random = random;
    }

    /** The next place. */
    public int next() {
        if (upTo.length == 1) {
            return 0;
        }
        double drawn = random.nextDouble() * upTo[upTo.length - 1];
        int place = 0;
        while (place < upTo.length - 1 && drawn >= upTo[place]) {
            place++;
        }
        return place;
    }
}
