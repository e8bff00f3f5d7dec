package io.goodput.cache;

/** What a {@link ReadThrough} answers to somebody who needs a key. */
public sealed interface CacheRead
        permits CacheRead.Serve, CacheRead.Refresh, CacheRead.Load, Joined.Waits, CacheRefusal {
    /** The entry is the answer, and there is nothing to do. */
    enum Serve implements CacheRead {
        /** It is fresh. */
        FRESH,
        /** It is due, and somebody loads it anew, or too much is being loaded. */
        DUE,
        /** It is past its soft TTL, the last load failed, and it is too early for the next. */
        STALE
    }

    /**
     * The entry is the answer; and load it anew, behind the back of whoever asked.
     *
     * @param token to say how that ended with
     */
    record Refresh(long token) implements CacheRead {}

    /**
     * Load it: what comes of it is the answer.
     *
     * @param token to say how that ended with
     */
    record Load(long token) implements CacheRead {}
}
