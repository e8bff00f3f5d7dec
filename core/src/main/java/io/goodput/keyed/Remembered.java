package io.goodput.keyed;

/**
 * The hashes of the keys that left lately, about as many as there is room for: a slot each, taken over by the next that
 * falls on it. Four bytes a key, and now and then a wrong yes, which does no harm.
 */
final class Remembered {
    /** Odd, so that every hash has its own product; the upper bits of it choose the slot. */
    private static final int SPREAD = 0x9E37_79B9;

    private final int[] hashes;
    private final int shift;

    /** Room for so many, at least 1. */
    Remembered(int keys) {
        int bits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(keys - 1));
        hashes = new int[1 << bits];
        shift = Integer.SIZE - bits;
    }

    void add(Object key) {
        int hash = hash(key);
        hashes[hash >>> shift] = hash;
    }

    boolean contains(Object key) {
        int hash = hash(key);
        return hashes[hash >>> shift] == hash;
    }

    /** Never 0, which an empty slot holds. */
    private static int hash(Object key) {
        int hash = key.hashCode() * SPREAD;
        return hash == 0 ? 1 : hash;
    }
}
