package io.goodput.cache;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who needs a key.
 *
 * @param waiter told what comes of it, by identity; null if nobody is
 * @param deadline until when it is needed; {@link Long#MAX_VALUE} for as long as it takes
 */
public record CacheRequest<K, W>(K key, @Nullable W waiter, long deadline) {
    /** For a load behind the back of whoever asked: nobody waits, and it takes as long as it takes. */
    public CacheRequest<K, W> behind() {
        return new CacheRequest<>(key, null, Long.MAX_VALUE);
    }
}
