package io.goodput.erasure;

import io.goodput.bounds.Expected;

/**
 * {@code k} shards and one of parity, which is the exclusive or of them: any one may be missing. The cheapest code
 * there is.
 */
public final class XorCodec extends ErasureCodec {
    private static final int MOST_SHARDS = 255;

    /**
     * A code of {@code dataShards + 1} shards.
     *
     * @param dataShards 1 (a copy) to 254
     */
    public XorCodec(int dataShards) {
        super(dataShards, 1);
        Expected.within("dataShards", dataShards, 1, MOST_SHARDS - 1);
    }

    /** 4 of 5: a quarter more to store and to fetch, and one slow or lost shard is not waited for. */
    public static XorCodec fourOfFive() {
        return new XorCodec(4);
    }

    @Override
    void computeParity(byte[][] shards) {
        sumOfOthers(shards, dataShards());
    }

    @Override
    void restore(byte[][] shards, boolean[] missing) {
        for (int i = 0; i < dataShards(); i++) {
            if (missing[i]) {
                sumOfOthers(shards, i);
            }
        }
    }

    private static void sumOfOthers(byte[][] shards, int sum) {
        for (int i = 0; i < shards.length; i++) {
            if (i != sum) {
                add(shards[i], shards[sum]);
            }
        }
    }

    /** Plain enough for the compiler to do many bytes at once. */
    private static void add(byte[] from, byte[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] ^= from[i];
        }
    }
}
