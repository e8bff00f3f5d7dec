package io.goodput.cache;

import io.goodput.bounds.Expected;

/**
 * What a {@link Freshness} knows of one key. It is kept beside the value and replaced whenever a load ends. Instants
 * and times are nanoseconds of one ticker. It holds no TTL, so that a change of the settings holds for entries that are
 * already there.
 *
 * @param present whether there is a value (or the knowledge that there is none, if negative)
 * @param negative the dependency said that there is no such thing
 * @param loadedAt when the answer came
 * @param took how long that load lasted
 * @param draw the entry's own share of the TTL jitter, in [0, 1)
 * @param failures loads that failed in a row since
 * @param nextRetryAt no load before this instant, if any failed
 */
public record CacheEntry(
        boolean present, boolean negative, long loadedAt, long took, double draw, int failures, long nextRetryAt) {
    /** Nothing is known: what a store answers for a key that it does not hold. */
    public static final CacheEntry ABSENT = new CacheEntry(false, false, 0, 0, 0, 0, 0);

    /** Refuses what no load can have left. */
    public CacheEntry {
        Expected.atLeast("loadedAt", loadedAt, 0);
        Expected.atLeast("took", took, 0);
        if (!(draw >= 0 && draw < 1)) {
            throw Expected.refused("draw", draw, ">= 0 and < 1");
        }
        Expected.atLeast("failures", failures, 0);
        Expected.atLeast("nextRetryAt", nextRetryAt, 0);
    }

    /** The same after one more failed load. */
    CacheEntry failed(long retryAt) {
        return new CacheEntry(present, negative, loadedAt, took, draw, Math.max(failures, failures + 1), retryAt);
    }
}
