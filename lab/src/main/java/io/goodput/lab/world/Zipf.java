package io.goodput.lab.world;

import io.goodput.lab.model.Caching;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Draws keys by their popularity. */
final class Zipf {
    /** The probability of a key or one before it. */
    private final double[] upTo;

    Zipf(Caching.Popularity popularity) {
        this.upTo = new double[popularity.keys()];
        double sum = 0;
        for (int k = 0; k < upTo.length; k++) {
            sum += Math.pow(k + 1, -popularity.skew());
            upTo[k] = sum;
        }
        for (int k = 0; k < upTo.length; k++) {
            upTo[k] /= sum;
        }
    }

    int keys() {
        return upTo.length;
    }

    /** From 0, the most popular one first. */
    int draw(RandomGenerator random) {
        int found = Arrays.binarySearch(upTo, random.nextDouble());
        return Math.min(found < 0 ? -found - 1 : found + 1, upTo.length - 1);
    }
}
