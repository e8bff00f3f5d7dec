package io.goodput.cache;

/**
 * A load on its way.
 *
 * @param request for whom it is made, who leads it
 * @param token of the {@link CacheRead.Load}, {@link CacheRead.Refresh} or {@link Resolution.Lead} that told to make it
 * @param began when
 */
public record CacheLoad<K, W>(CacheRequest<K, W> request, long token, long began) {
    /** The key that is loaded. */
    public K key() {
        return request.key();
    }
}
