package io.goodput.cache;

import java.util.Optional;

/**
 * What the store of a {@link BlockingReadThrough} or {@link AsyncReadThrough} holds of a key.
 *
 * @param value empty if there is no such thing, or as long as nothing but failures is known
 */
public record Cached<V>(CacheEntry entry, Optional<V> value) {
    private static final Cached<?> ABSENT = new Cached<>(CacheEntry.ABSENT, Optional.empty());

    @SuppressWarnings("unchecked") // it holds no value
    static <V> Cached<V> absent() {
        return (Cached<V>) ABSENT;
    }
}
