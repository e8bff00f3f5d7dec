package io.goodput.shard;

/**
 * A keyed 64-bit hash: SipHash-2-4 (Aumasson and Bernstein, INDOCRYPT 2012). Without the seed nobody can choose a name
 * that lands where another's does, as a customer who may name itself otherwise could.
 *
 * <p>What it gives is fixed for ever: the same in every process, on every machine and in every version. A string is
 * hashed as its UTF-16 code units, low byte first, in whatever normal form it comes; nothing is allocated.
 *
 * <p>Each {@link #level} has a key of its own. One hash used on two levels correlates them: all customers of one cell
 * would then meet on the same few of its hosts.
 */
public final class ShardHash {
    private final long k0;
    private final long k1;

    private ShardHash(long k0, long k1) {
        this.k0 = k0;
        this.k1 = k1;
    }

    /** The hash of a seed. Keep the seed as a secret where customers choose their names, and never change it. */
    public static ShardHash of(long seed) {
        return new ShardHash(Draws.of(seed), Draws.of(Draws.next(seed)));
    }

    /** The hash that SipHash's own test vectors are for. */
    static ShardHash withKey(long k0, long k1) {
        return new ShardHash(k0, k1);
    }

    /** A hash for one level of partitioning, such as {@code "cell"} or {@code "host"}, independent of all others. */
    public ShardHash level(String name) {
        long first = hash(name);
        return new ShardHash(first, new ShardHash(~k0, k1).hash(name));
    }

    /** Of a name. */
    public long hash(String key) {
        int words = key.length() / 4;
        return sip(0, 0, key, ShardHash::chars, words, chars(key, words) | (2L * key.length()) << 56);
    }

    /** Four code units, or as many as are left. */
    private static long chars(String key, int index) {
        long word = 0;
        for (int i = 4 * index, end = Math.min(i + 4, key.length()), shift = 0; i < end; i++, shift += 16) {
            word |= (long) key.charAt(i) << shift;
        }
        return word;
    }

    /** Of bytes. A string's bytes in another encoding than UTF-16 give another hash than the string. */
    public long hash(byte[] key) {
        int words = key.length / 8;
        return sip(0, 0, key, ShardHash::bytes, words, bytes(key, words) | (long) key.length << 56);
    }

    /** Eight bytes, or as many as are left. */
    private static long bytes(byte[] key, int index) {
        long word = 0;
        for (int i = 8 * index, end = Math.min(i + 8, key.length), shift = 0; i < end; i++, shift += 8) {
            word |= (key[i] & 0xFFL) << shift;
        }
        return word;
    }

    /** Of a number: as of its eight bytes, low byte first. */
    public long hash(long key) {
        return sip(-1, key, "", ShardHash::chars, 0, 8L << 56);
    }

    /**
     * SipHash over the number, if it starts at -1, then the words of the key, then the last word. Its four words of
     * state are locals so that nothing is allocated, compiled or not.
     */
    private <T> long sip(int start, long number, T key, Words<T> words, int count, long last) {
        long v0 = k0 ^ 0x736F_6D65_7073_6575L;
        long v1 = k1 ^ 0x646F_7261_6E64_6F6DL;
        long v2 = k0 ^ 0x6C79_6765_6E65_7261L;
        long v3 = k1 ^ 0x7465_6462_7974_6573L;
        for (int i = start; i <= count + 1; i++) {
            boolean end = i > count;
            long word = i < 0 ? number : i < count ? words.word(key, i) : end ? 0 : last;
            v3 ^= word;
            v2 ^= end ? 0xFF : 0;
            for (int round = end ? 4 : 2; round > 0; round--) {
                v0 += v1;
                v2 += v3;
                v1 = Long.rotateLeft(v1, 13) ^ v0;
                v3 = Long.rotateLeft(v3, 16) ^ v2;
                v0 = Long.rotateLeft(v0, 32);
                v2 += v1;
                v0 += v3;
                v1 = Long.rotateLeft(v1, 17) ^ v2;
                v3 = Long.rotateLeft(v3, 21) ^ v0;
                v2 = Long.rotateLeft(v2, 32);
            }
            v0 ^= word;
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }

    /** The full 64-bit words of a key. */
    @FunctionalInterface
    private interface Words<T> {
        long word(T key, int index);
    }
}
