package io.goodput.cache;

import org.jspecify.annotations.Nullable;

/**
 * What is to be done at the end of a load, apart from answering the one who led it.
 *
 * @param told whom else to tell what
 * @param entry what to keep of the key from now on, beside the value that was loaded or, of a load that failed, the one
 *     that is there; null to leave the store as it is
 */
public record LoadEnd<K, W>(Resolution<K, W> told, @Nullable CacheEntry entry) {}
