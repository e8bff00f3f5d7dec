package io.goodput.shard;

import io.goodput.Range;
import io.goodput.bounds.Expected;

/**
 * Gives each key {@code size} of {@code endpoints} endpoints, numbered from 0, by its hash alone: nothing is stored and
 * nobody is asked. All sets of that size are equally likely; {@link BlastRadius} says what that isolates.
 *
 * <p>The same key, sizes and seed give the same shard in every process, on every machine and in every version. Another
 * number of endpoints gives other shards for nearly all keys: number slots, more than there are machines, and map slots
 * to machines.
 *
 * <p>Thread-safe, as it does not change. Filling an array and a mask allocate nothing.
 */
public final class ShuffleShard {
    /** How many endpoints there may be. */
    public static final Range<Integer> ENDPOINTS = new Range<>(1, 1 << 20);

    /** How large a shard may be, if there are so many endpoints. */
    public static final Range<Integer> SIZE = new Range<>(1, 1_024);

    private final int endpoints;
    private final int size;
    private final ShardHash hash;

    private ShuffleShard(int endpoints, int size, ShardHash hash) {
        this.endpoints = ENDPOINTS.check("endpoints", endpoints);
        this.size = SIZE.to(Math.min(endpoints, SIZE.most())).check("size", size);
        this.hash = hash;
    }

    /**
     * Shards by the hash of a seed. Two levels (cells, and hosts within a cell) must not share a hash: see
     * {@link ShardHash#level}.
     *
     * @param endpoints how many there are, 1 to 1,048,576
     * @param size of a shard, 1 to {@code endpoints} and at most 1,024
     */
    public static ShuffleShard of(int endpoints, int size, long seed) {
        return of(endpoints, size, ShardHash.of(seed));
    }

    /** The same by a hash, such as one of a {@linkplain ShardHash#level level}. */
    public static ShuffleShard of(int endpoints, int size, ShardHash hash) {
        return new ShuffleShard(endpoints, size, hash);
    }

    /** The key's endpoints, in an order of its own: to try them in this order spreads the keys' load. */
    public int[] shard(String key) {
        int[] shard = new int[size];
        fill(key, shard);
        return shard;
    }

    /** {@link #shard} into the first {@link #size()} places of an array. */
    public void fill(String key, int[] into) {
        fillFrom(hash.hash(key), into);
    }

    /** The same for a key that is a number; a key of bytes comes here by {@link ShardHash#hash(byte[])}. */
    public void fill(long key, int[] into) {
        fillFrom(hash.hash(key), into);
    }

    private void fillFrom(long state, int[] into) {
        if (into.length < size) {
            throw Expected.refused("places", into.length, ">= " + size);
        }
        Draws.shuffle(Draws.distinct(state, endpoints, size, into), size, into);
    }

    /**
     * The key's endpoints as bits: the set that {@link #shard} puts in order.
     *
     * @throws IllegalStateException if there are more than 64 endpoints
     */
    public long mask(String key) {
        return maskFrom(hash.hash(key));
    }

    /** The same for a key that is a number. */
    public long mask(long key) {
        return maskFrom(hash.hash(key));
    }

    private long maskFrom(long state) {
        if (endpoints > Long.SIZE) {
            throw new IllegalStateException("endpoints: " + endpoints + " (expected: <= 64 for a mask)");
        }
        return Draws.mask(state, endpoints, size);
    }

    /** How many endpoints there are. */
    public int endpoints() {
        return endpoints;
    }

    /** How many of them a key has. */
    public int size() {
        return size;
    }

    @Override
    public String toString() {
        return "ShuffleShard[" + size + " of " + endpoints + "]";
    }
}
