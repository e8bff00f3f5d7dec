package io.goodput.lab.model;

import io.goodput.config.policy.cache.CacheSettings;

/** What a process keeps of the answers of a dependency. Each process has a cache of its own; a hit takes no time. */
public sealed interface Caching {
    /**
     * The answers to the keys that were asked for, for as long as an application's cache keeps them.
     *
     * @param entries how old they get and, if loads are coalesced, how many are in flight
     * @param popularity of the keys
     * @param coalesced whether those who miss a key at the same time share one load
     * @param start what is there when the run begins
     */
    record Kept(CacheSettings entries, Popularity popularity, boolean coalesced, Start start) implements Caching {}

    /** What a cache holds when the run begins. */
    enum Start {
        /** Nothing. */
        COLD,
        /** Every key, each loaded at another instant of the last soft TTL. */
        WARM,
        /** Every key, all loaded at the instant at which the run begins. */
        IN_STEP
    }

    /**
     * A share of the calls, whatever happens.
     *
     * @param share of the calls that need no other
     */
    record Hits(double share) implements Caching {}

    /**
     * Which keys are asked for: key k of n with a probability in proportion to {@code 1 / k^skew} (Zipf's law).
     *
     * @param keys n, 1 to 100,000
     * @param skew 0 if all are asked for alike, up to 10
     */
    record Popularity(int keys, double skew) {
        private static final int MOST_KEYS = 100_000;
        private static final double MOST_SKEW = 10;

        /** Refuses what is out of bounds. */
        public Popularity {
            if (keys < 1 || keys > MOST_KEYS) {
                throw new IllegalArgumentException("keys: " + keys + " (expected: 1 to " + MOST_KEYS + ")");
            }
            if (!(skew >= 0 && skew <= MOST_SKEW)) {
                throw new IllegalArgumentException("skew: " + skew + " (expected: 0 to " + MOST_SKEW + ")");
            }
        }
    }
}
