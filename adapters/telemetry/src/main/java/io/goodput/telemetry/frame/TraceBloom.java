package io.goodput.telemetry.frame;

/**
 * Which traces there may be records of: a Bloom filter, which errs to one side. Its size is a power of two, so that one
 * of the largest size can be filled and be folded to what is enough.
 *
 * <p>Source: Kirsch and Mitzenmacher, Less Hashing, Same Performance (2006), for two hashes that make all of them.
 */
final class TraceBloom {
    static final int LEAST_BITS = 1 << 10;
    static final int MOST_BITS = 1 << 23;

    private static final int MOST_HASHES = 16;

    private final byte[] bits;
    private final int hashes;
    private int added;

    /** An empty one; the number of bits is a power of two. */
    TraceBloom(int bits, int hashes) {
        this(new byte[bits / Byte.SIZE], hashes);
    }

    /** One that was filled before. */
    TraceBloom(byte[] bits, int hashes) {
        this.bits = bits;
        this.hashes = hashes;
    }

    /** Whether there is one of so many hashes and bits. */
    static boolean isPossible(int hashes, long bits) {
        return hashes > 0
                && hashes <= MOST_HASHES
                && bits >= LEAST_BITS
                && bits <= MOST_BITS
                && Long.bitCount(bits) == 1;
    }

    /** Adds a trace. */
    void add(long high, long low) {
        long first = first(high, low);
        long step = step(first);
        boolean isNew = false;
        for (int i = 0; i < hashes; i++) {
            int bit = bit(first + i * step);
            isNew |= (bits[bit >>> 3] & 1 << (bit & 7)) == 0;
            bits[bit >>> 3] |= (byte) (1 << (bit & 7));
        }
        added += isNew ? 1 : 0;
    }

    /** Whether it was added; rarely, one that was not. */
    boolean mayHave(long high, long low) {
        long first = first(high, low);
        long step = step(first);
        for (int i = 0; i < hashes; i++) {
            int bit = bit(first + i * step);
            if ((bits[bit >>> 3] & 1 << (bit & 7)) == 0) {
                return false;
            }
        }
        return true;
    }

    /** How many traces were added, each of them once. */
    int added() {
        return added;
    }

    int hashes() {
        return hashes;
    }

    /** Forgets all. */
    void clear() {
        java.util.Arrays.fill(bits, (byte) 0);
        added = 0;
    }

    /** The same, no larger than it need be for so many bits for each trace. */
    byte[] folded(int bitsEach) {
        long wanted = Math.max(LEAST_BITS, Long.highestOneBit(Math.max(1, (long) added * bitsEach - 1)) << 1);
        byte[] folded = new byte[(int) (Math.min(wanted, bits.length * (long) Byte.SIZE) / Byte.SIZE)];
        for (int i = 0; i < bits.length; i++) {
            folded[i & folded.length - 1] |= bits[i];
        }
        return folded;
    }

    private int bit(long hash) {
        return (int) hash & bits.length * Byte.SIZE - 1;
    }

    /** Traces are not always random: those of 64 bits have zeros before them, others a time. */
    private static long first(long high, long low) {
        return mixed(high + mixed(low));
    }

    /** Odd, so that the hashes differ, whatever the size. */
    private static long step(long first) {
        return mixed(first + 1) | 1;
    }

    /** The finalizer of SplitMix64. */
    private static long mixed(long bits) {
        long z = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
