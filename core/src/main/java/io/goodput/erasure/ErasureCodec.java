package io.goodput.erasure;

import io.goodput.bounds.Expected;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Cuts data into {@code k} shards of equal size and adds {@code m} of parity: any {@code k} of the {@code n = k + m}
 * give the data again.
 *
 * <p>A shard is known by its place in the array. The data is preceded by its length and its CRC-32C, and filled up with
 * zeros to a whole number of shards: so a shard has {@code ceil((8 + length) / k)} bytes, and the length need not be
 * kept elsewhere. The code itself mends what is missing, not what is wrong; a shard that is damaged, stale, or in
 * another's place is found out by the sum, but for one case in 2<sup>32</sup>.
 *
 * <p>Immutable, so any number of threads may use one. Shards are not changed, neither those given nor the arrays that
 * hold them.
 */
public abstract sealed class ErasureCodec permits XorCodec, ReedSolomon {
    private static final int HEADER = 2 * Integer.BYTES;

    private final int dataShards;
    private final int parityShards;

    ErasureCodec(int dataShards, int parityShards) {
        this.dataShards = dataShards;
        this.parityShards = parityShards;
    }

    /** How many shards give the data again: {@code k}. */
    public final int dataShards() {
        return dataShards;
    }

    /** How many shards may be missing: {@code m}. */
    public final int parityShards() {
        return parityShards;
    }

    /** How many shards there are: {@code n}. */
    public final int shards() {
        return dataShards + parityShards;
    }

    /** The size of each shard of so many bytes. */
    public final int shardSize(int length) {
        Expected.atLeast("length", length, 0);
        return Math.toIntExact(Math.ceilDiv((long) HEADER + length, dataShards));
    }

    /** The {@code n} shards of the data, those of parity last. */
    public final byte[][] encode(byte[] data) {
        byte[][] shards = new byte[shards()][shardSize(data.length)];
        byte[] header = ByteBuffer.allocate(HEADER)
                .putInt(data.length)
                .putInt(sumOf(data))
                .array();
        copyIn(header, shards, 0);
        copyIn(data, shards, HEADER);
        computeParity(shards);
        return shards;
    }

    /**
     * The data again.
     *
     * @param shards all {@code n} places, null where one is missing
     * @throws IllegalArgumentException if the array, or the shards in it, are not of one size that can be
     * @throws UnrecoverableDataException if fewer than {@code k} are there, or they do not belong together
     */
    public final byte[] decode(byte[] @Nullable [] shards) throws UnrecoverableDataException {
        int size = checkSizes(shards);
        byte[][] data = restored(shards, size);
        var header = ByteBuffer.allocate(HEADER);
        copyOut(data, 0, header.array());
        int length = header.getInt();
        // Compared this way round as a wrong length may be any number.
        if (length < 0 || Math.ceilDiv((long) HEADER + length, dataShards) != size) {
            throw new UnrecoverableDataException("the shards do not belong together: they speak of " + length
                    + " bytes, which do not make shards of " + size);
        }
        byte[] result = new byte[length];
        copyOut(data, HEADER, result);
        if (sumOf(result) != header.getInt()) {
            throw new UnrecoverableDataException("the shards do not belong together: the sum of the data is wrong");
        }
        return result;
    }

    private byte[][] restored(byte[] @Nullable [] shards, int size) throws UnrecoverableDataException {
        int present = 0;
        byte[][] all = new byte[shards()][];
        boolean[] missing = new boolean[shards()];
        for (int i = 0; i < all.length; i++) {
            byte[] shard = shards[i];
            missing[i] = shard == null;
            all[i] = shard == null ? new byte[i < dataShards ? size : 0] : shard;
            present += shard == null ? 0 : 1;
        }
        if (present < dataShards) {
            throw new UnrecoverableDataException(
                    present + " of " + shards() + " shards (expected: >= " + dataShards + ")");
        }
        restore(all, missing);
        return all;
    }

    private int checkSizes(byte[] @Nullable [] shards) {
        if (shards.length != shards()) {
            throw Expected.refused("shards", shards.length, String.valueOf(shards()));
        }
        int size = -1;
        for (int i = 0; i < shards.length; i++) {
            byte[] shard = shards[i];
            if (shard != null && size >= 0 && shard.length != size) {
                throw Expected.refused("bytes of shard " + i, shard.length, size + ", as others");
            }
            size = shard == null ? size : shard.length;
        }
        return size < 0 ? 0 : Expected.atLeast("bytes of a shard", size, shardSize(0));
    }

    /** Fills the shards of parity, which are all zero. */
    abstract void computeParity(byte[][] shards);

    /** Fills the missing shards of data, which are all zero. No more are missing than can be. */
    abstract void restore(byte[][] shards, boolean[] missing);

    /** Bytes to their place in the data shards, taken as one. */
    private static void copyIn(byte[] bytes, byte[][] shards, int at) {
        int size = shards[0].length;
        for (int done = 0; done < bytes.length; ) {
            int shard = (at + done) / size;
            int within = (at + done) % size;
            int length = Math.min(bytes.length - done, size - within);
            System.arraycopy(bytes, done, shards[shard], within, length);
            done += length;
        }
    }

    private static void copyOut(byte[][] shards, int at, byte[] bytes) {
        int size = shards[0].length;
        for (int done = 0; done < bytes.length; ) {
            int shard = (at + done) / size;
            int within = (at + done) % size;
            int length = Math.min(bytes.length - done, size - within);
            System.arraycopy(shards[shard], within, bytes, done, length);
            done += length;
        }
    }

    private static int sumOf(byte[] data) {
        var sum = new CRC32C();
        sum.update(data);
        return (int) sum.getValue();
    }
}
