package io.goodput.shard;

import io.goodput.bounds.Expected;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Whom a customer that takes down its whole shard takes down with it, when shards are random sets of {@code size} of
 * {@code endpoints} endpoints.
 *
 * <p>Another shard has {@code i} endpoints in common with it with the hypergeometric probability {@code C(k, i) · C(n -
 * k, k - i) / C(n, k)}. The counts are exact; a share is an exact ratio rounded once. One in C(n, k) is only the chance
 * that two shards are the same: who shares a part is hit too, if clients do not try their other endpoints.
 */
public final class BlastRadius {
    private static final int MOST_ENDPOINTS = 1 << 16;
    private static final int MOST_SIZE = 1_024;

    private final int endpoints;
    private final int size;

    private BlastRadius(int endpoints, int size) {
        Expected.within("endpoints", endpoints, 1, MOST_ENDPOINTS);
        Expected.within("size", size, 1, Math.min(endpoints, MOST_SIZE));
        this.endpoints = endpoints;
        this.size = size;
    }

    /**
     * Of shards of {@code size} out of {@code endpoints}.
     *
     * @param endpoints 1 to 65,536
     * @param size 1 to {@code endpoints} and at most 1,024
     */
    public static BlastRadius of(int endpoints, int size) {
        return new BlastRadius(endpoints, size);
    }

    /** How many shards there are: C(n, k). */
    public BigInteger shards() {
        return choose(endpoints, size);
    }

    /**
     * How many of them have exactly so many endpoints in common with a given one.
     *
     * @param overlap 0 to {@code size}
     */
    public BigInteger shardsSharing(int overlap) {
        Expected.within("overlap", overlap, 0, size);
        return choose(size, overlap).multiply(choose(endpoints - size, size - overlap));
    }

    /** The share of other customers that have exactly so many endpoints in common with a given one. */
    public double sharing(int overlap) {
        return ratio(shardsSharing(overlap), shards());
    }

    /** The share of other customers that lose an endpoint or more. */
    public double affected() {
        return ratio(shards().subtract(shardsSharing(0)), shards());
    }

    /** The share of other customers that lose all of theirs: 1 / C(n, k). */
    public double whollyAffected() {
        return sharing(size);
    }

    /**
     * The share of the other customers' calls that fail, if each call tries so many different endpoints of its shard,
     * in random order, until one answers. It is the chance that they are all among those that are down: {@code C(k, t)
     * / C(n, t)}.
     *
     * @param tries 1, without a retry, to {@code size}
     */
    public double failing(int tries) {
        Expected.within("tries", tries, 1, size);
        return ratio(choose(size, tries), choose(endpoints, tries));
    }

    private static double ratio(BigInteger part, BigInteger whole) {
        return new BigDecimal(part)
                .divide(new BigDecimal(whole), MathContext.DECIMAL128)
                .doubleValue();
    }

    /** Exact at every step: the product of i consecutive numbers is divisible by i!. */
    private static BigInteger choose(int n, int k) {
        if (k > n) {
            return BigInteger.ZERO;
        }
        BigInteger count = BigInteger.ONE;
        for (int i = 1; i <= k; i++) {
            count = count.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
        }
        return count;
    }

    @Override
    public String toString() {
        return "BlastRadius[" + size + " of " + endpoints + "]";
    }
}
