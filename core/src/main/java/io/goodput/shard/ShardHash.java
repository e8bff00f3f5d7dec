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
        var state = new State(k0, k1);
        int words = key.length() / 4;
        for (int i = 0; i < words; i++) {
            state.word(chars(key, 4 * i, 4));
        }
        int rest = key.length() % 4;
        return state.end(chars(key, 4 * words, rest) | (2L * key.length()) << 56);
    }

    private static long chars(String key, int from, int count) {
        long word = 0;
        for (int i = 0; i < count; i++) {
            word |= (long) key.charAt(from + i) << (16 * i);
        }
        return word;
    }

    /** Of bytes. A string's bytes in another encoding give another hash than the string. */
    public long hash(byte[] key) {
        var state = new State(k0, k1);
        int words = key.length / 8;
        for (int i = 0; i < words; i++) {
            state.word(bytes(key, 8 * i, 8));
        }
        return state.end(bytes(key, 8 * words, key.length % 8) | (long) key.length << 56);
    }

    private static long bytes(byte[] key, int from, int count) {
        long word = 0;
        for (int i = 0; i < count; i++) {
            word |= (key[from + i] & 0xFFL) << (8 * i);
        }
        return word;
    }

    /** Of a number: as of its eight bytes, low byte first. */
    public long hash(long key) {
        var state = new State(k0, k1);
        state.word(key);
        return state.end(8L << 56);
    }

    /** SipHash's four words. It never escapes, so the compiler keeps it in registers. */
    private static final class State {
        private long v0;
        private long v1;
        private long v2;
        private long v3;

        State(long k0, long k1) {
            v0 = k0 ^ 0x736F_6D65_7073_6575L;
            v1 = k1 ^ 0x646F_7261_6E64_6F6DL;
            v2 = k0 ^ 0x6C79_6765_6E65_7261L;
            v3 = k1 ^ 0x7465_6462_7974_6573L;
        }

        void word(long m) {
            v3 ^= m;
            round();
            round();
            v0 ^= m;
        }

        long end(long last) {
            word(last);
            v2 ^= 0xFF;
            round();
            round();
            round();
            round();
            return v0 ^ v1 ^ v2 ^ v3;
        }

        private void round() {
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
    }
}
