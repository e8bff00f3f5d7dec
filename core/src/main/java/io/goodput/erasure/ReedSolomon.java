package io.goodput.erasure;

import io.goodput.bounds.Expected;
import java.util.Arrays;

/**
 * {@code k} shards and {@code m} of parity, of which any {@code m} may be missing: a systematic Reed-Solomon code over
 * GF(2<sup>8</sup>).
 *
 * <p>Parity row {@code i} holds the coefficients {@code 1 / (x_i + y_j)} of a Cauchy matrix, {@code x_i = k + i},
 * {@code y_j = j} (Blömer et al., "An XOR-Based Erasure-Resilient Coding Scheme", 1995): every square part of such a
 * matrix can be inverted, which is why any {@code k} shards will do. To restore {@code e} shards of data takes
 * {@code e} of parity and the inverse of an {@code e × e} matrix.
 */
public final class ReedSolomon extends ErasureCodec {
    private static final int MOST_SHARDS = 255;

    private final int[][] parityRows;

    /**
     * A code of {@code dataShards + parityShards} shards, at most 255.
     *
     * @param dataShards >= 1
     * @param parityShards >= 1
     */
    public ReedSolomon(int dataShards, int parityShards) {
        super(dataShards, parityShards);
        Expected.within("dataShards", dataShards, 1, MOST_SHARDS - 1);
        Expected.within("parityShards", parityShards, 1, MOST_SHARDS - 1);
        if (shards() > MOST_SHARDS) {
            throw Expected.refused("shards", shards(), "<= " + MOST_SHARDS);
        }
        parityRows = new int[parityShards][dataShards];
        for (int i = 0; i < parityShards; i++) {
            for (int j = 0; j < dataShards; j++) {
                parityRows[i][j] = GaloisField.inverse(dataShards + i ^ j);
            }
        }
    }

    @Override
    void computeParity(byte[][] shards) {
        for (int i = 0; i < parityShards(); i++) {
            for (int j = 0; j < dataShards(); j++) {
                GaloisField.addProduct(parityRows[i][j], shards[j], shards[dataShards() + i]);
            }
        }
    }

    /** Takes the known data out of as many shards of parity as there are unknown ones, and solves for those. */
    @Override
    void restore(byte[][] shards, boolean[] missing) {
        int[] unknown = placesOf(missing, true, 0, dataShards());
        int[] parity = placesOf(missing, false, dataShards(), shards());
        int[][] matrix = new int[unknown.length][unknown.length];
        byte[][] rest = new byte[unknown.length][];
        for (int i = 0; i < unknown.length; i++) {
            int[] row = parityRows[parity[i] - dataShards()];
            rest[i] = shards[parity[i]].clone();
            for (int j = 0; j < dataShards(); j++) {
                if (!missing[j]) {
                    GaloisField.addProduct(row[j], shards[j], rest[i]);
                }
            }
            for (int j = 0; j < unknown.length; j++) {
                matrix[i][j] = row[unknown[j]];
            }
        }
        int[][] inverse = GaloisField.inverse(matrix);
        for (int i = 0; i < unknown.length; i++) {
            for (int j = 0; j < unknown.length; j++) {
                GaloisField.addProduct(inverse[i][j], rest[j], shards[unknown[i]]);
            }
        }
    }

    private static int[] placesOf(boolean[] missing, boolean wanted, int from, int to) {
        int[] places = new int[to - from];
        int n = 0;
        for (int i = from; i < to; i++) {
            if (missing[i] == wanted) {
                places[n++] = i;
            }
        }
        return Arrays.copyOf(places, n);
    }
}
