package io.goodput.shard;

/**
 * A row of random draws that starts at a hash: SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014), as plain functions of its state. Shards depend on it: it must never change.
 */
final class Draws {
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    private Draws() {}

    /** The state after a draw. */
    static long next(long state) {
        return state + GOLDEN;
    }

    /** The 64 bits drawn from a state. */
    static long of(long state) {
        long a = (state ^ (state >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return b ^ (b >>> 31);
    }

    /** The same as a number in [0, bound), uniform but for {@code bound} parts in 2⁶⁴. */
    static int below(int bound, long state) {
        return (int) Math.unsignedMultiplyHigh(of(state), bound);
    }

    /**
     * {@code size} distinct numbers in [0, n), every set of them equally likely (Floyd's sampling: Bentley,
     * "Programming Pearls: A sample of brilliance", CACM 30.9, 1987).
     *
     * @return the state after it
     */
    static long distinct(long state, int n, int size, int[] into) {
        long at = state;
        for (int i = 0; i < size; i++) {
            at = next(at);
            int last = n - size + i;
            int drawn = below(last + 1, at);
            into[i] = contains(into, i, drawn) ? last : drawn;
        }
        return at;
    }

    private static boolean contains(int[] numbers, int length, int number) {
        for (int i = 0; i < length; i++) {
            if (numbers[i] == number) {
                return true;
            }
        }
        return false;
    }

    /** {@link #distinct} of at most 64, as bits. */
    static long mask(long state, int n, int size) {
        long at = state;
        long mask = 0;
        for (int last = n - size; last < n; last++) {
            at = next(at);
            long drawn = 1L << below(last + 1, at);
            mask |= (mask & drawn) == 0 ? drawn : 1L << last;
        }
        return mask;
    }

    /**
     * Puts the first {@code size} numbers in an order, every one equally likely (Fisher and Yates).
     *
     * @return the state after it
     */
    static long shuffle(long state, int size, int[] numbers) {
        long at = state;
        for (int i = size - 1; i > 0; i--) {
            at = next(at);
            int other = below(i + 1, at);
            int kept = numbers[i];
            numbers[i] = numbers[other];
            numbers[other] = kept;
        }
        return at;
    }
}
