package io.goodput.property;

import java.util.Arrays;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The choices that a try's values are made of: numbers from 0, the simplest, up to a bound. They are drawn at random,
 * or told from a list, and written down either way. A told one that is above its bound is the bound, one that is not
 * told is 0.
 */
public final class Choices {
    /** Among so few numbers and one none is small. */
    private static final int FEW = 4;

    private final @Nullable RandomGenerator random;
    private final long[] told;
    private final double edges;
    private long[] made = new long[16];
    private long[] bounds = new long[16];
    private int count;

    private Choices(@Nullable RandomGenerator random, double edges, long... told) {
        this.random = random;
        this.edges = edges;
        this.told = told;
    }

    /** Drawn at random; one try in ten looks for what happens where several edges meet. */
    static Choices drawn(RandomGenerator random) {
        return new Choices(random, random.nextInt(10) == 0 ? 0.5 : 0.05);
    }

    static Choices told(long... choices) {
        return new Choices(null, 0, choices);
    }

    /**
     * The next, from 0 to a bound: an edge, or spread evenly, or by size, where small ones are as likely as large ones.
     */
    public long next(long bound) {
        return next(bound, chance -> spread(chance, bound));
    }

    /** The next, from 0 to a bound, as somebody draws it. */
    public long next(long bound, ToLongFunction<RandomGenerator> draw) {
        if (bound < 0) {
            throw new IllegalArgumentException("bound: " + bound + " (expected: >= 0)");
        }
        long choice = random == null ? retold(bound) : draw.applyAsLong(random);
        if (count == made.length) {
            made = Arrays.copyOf(made, 2 * count);
            bounds = Arrays.copyOf(bounds, 2 * count);
        }
        made[count] = choice;
        bounds[count++] = bound;
        return choice;
    }

    private long retold(long bound) {
        return count < told.length ? Math.min(told[count], bound) : 0;
    }

    /** What is drawn at random and decides later choices, but is none itself: 0 where choices are told. */
    long aside(long bound) {
        return random == null ? 0 : spread(random, bound);
    }

    /** Whether an edge of the range is due, at random. */
    boolean edge(RandomGenerator chance) {
        return chance.nextDouble() < edges;
    }

    private long spread(RandomGenerator chance, long bound) {
        if (edge(chance)) {
            return switch (chance.nextInt(4)) {
                case 0 -> 0;
                case 1 -> Math.min(1, bound);
                case 2 -> Math.max(0, bound - 1);
                default -> bound;
            };
        }
        if (bound > FEW && chance.nextBoolean()) {
            int bits = chance.nextInt(1, 65 - Long.numberOfLeadingZeros(bound));
            long sized = chance.nextLong() >>> (64 - bits);
            if (sized <= bound) {
                return sized;
            }
        }
        return bound == Long.MAX_VALUE ? chance.nextLong() >>> 1 : chance.nextLong(bound + 1);
    }

    long[] made() {
        return Arrays.copyOf(made, count);
    }

    /** The most that any of them might have been. */
    long widest() {
        return Arrays.stream(bounds, 0, count).max().orElse(0);
    }

    /** Those that come next in order, after which all are 0, or null after the last. */
    long @Nullable [] following() {
        int last = count - 1;
        while (last >= 0 && made[last] == bounds[last]) {
            last--;
        }
        if (last < 0) {
            return null;
        }
        long[] following = Arrays.copyOf(made, last + 1);
        following[last]++;
        return following;
    }
}
