package io.goodput.load.traffic;

import io.goodput.load.HttpTarget;

/**
 * Where requests go.
 *
 * @param weight against the other targets of the class: of weights 3 and 1 the first gets three of four; > 0
 */
public record WeightedTarget(HttpTarget target, double weight) {
    /** Refuses a weight that is none. */
    public WeightedTarget {
        if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("weight: " + weight + " (expected: > 0)");
        }
    }
}
