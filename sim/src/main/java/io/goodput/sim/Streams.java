package io.goodput.sim;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Random streams by name, a tree of them under one seed.
 *
 * <p>A stream depends on the seed and on the names that lead to it, and on nothing else: adding a component draws
 * nothing from the others' streams, and two policies run with the same seed meet the same arrivals and service times
 * (common random numbers), so that they may be compared run by run. The same name gives the same draws again.
 *
 * <p>Generators are L64X128MixRandom (Steele and Vigna, "LXM: better splittable pseudorandom number generators", OOPSLA
 * 2021), whose output Java specifies and whose family is made for many streams at once; it takes half a nanosecond a
 * draw more than Xoroshiro128PlusPlus, which is not.
 */
public final class Streams {
    private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
            RandomGeneratorFactory.of("L64X128MixRandom");

    /** The odd integer nearest to 2<sup>64</sup> over the golden ratio. */
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    private static final int LONGS_OF_STATE = 4;

    // Not to be mistaken for characters of a name.
    private static final int FORK = 1 << 16;
    private static final int STREAM = 1 << 17;

    /** The names that lead here, and the seed under them. */
    private final long path;

    /** The streams of a seed; every seed is as good as any other. */
    public Streams(long seed) {
        this.path = seed;
    }

    /** The stream of that name, from its beginning. */
    public RandomGenerator stream(String name) {
        long key = follow(STREAM, name);
        var state = ByteBuffer.allocate(LONGS_OF_STATE * Long.BYTES);
        for (int i = 1; i <= LONGS_OF_STATE; i++) {
            state.putLong(mix(key + i * GOLDEN));
        }
        return GENERATORS.create(state.array());
    }

    /** A component's own streams, whose names have nothing to do with the names used here. */
    public Streams fork(String name) {
        return new Streams(follow(FORK, name));
    }

    private long follow(int kind, String name) {
        long key = follow(path, kind);
        for (int i = 0; i < name.length(); i++) {
            key = follow(key, name.charAt(i));
        }
        return key;
    }

    private static long follow(long key, int symbol) {
        return mix(key + (symbol + 1) * GOLDEN);
    }

    /** The finalizer of SplitMix64 (Stafford's variant 13): one-to-one, and half the bits flip if one does. */
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }
}
