package io.goodput.cache;

/** What a {@link Coalescer} answers to somebody who needs a key. */
public sealed interface Joined permits Joined.Leads, Joined.Waits, CacheRefusal {
    /**
     * Load it, and say how that ended.
     *
     * @param token to say it with
     */
    record Leads(long token) implements Joined {}

    /** Somebody loads it. */
    enum Waits implements Joined, CacheRead {
        /** What comes of it is told later. */
        FOR_THE_LEADER
    }
}
