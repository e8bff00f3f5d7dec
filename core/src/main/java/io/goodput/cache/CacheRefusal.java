package io.goodput.cache;

/** Why somebody who needs a key gets no value, neither at once nor later. */
public enum CacheRefusal implements Joined, CacheRead {
    /** As many wait for the key as may. */
    TOO_MANY_WAITERS,
    /** As many keys are being loaded as may. */
    TOO_MANY_KEYS,
    /** The deadline has passed. */
    TOO_LATE,
    /** There is nothing to serve, the last load failed, and it is too early for the next. Not said by coalescers. */
    GONE
}
