package io.goodput.cache;

/**
 * What a {@link Freshness} has decided since it was made, for telemetry. Counts never fall, and are zeros where nothing
 * has happened. {@link CacheDecision#FRESH} is not among them: it is the answer to almost everybody, and costs nothing.
 *
 * @param refreshBehind answers of {@link CacheDecision#REFRESH_BEHIND}
 * @param mustLoad answers of {@link CacheDecision#MUST_LOAD}
 * @param servedStale answers of {@link CacheDecision#SERVE_STALE}
 * @param gone answers of {@link CacheDecision#GONE}
 * @param loaded loads that brought a value
 * @param loadedNegative loads that brought the answer that there is none
 * @param failed loads that failed
 */
public record FreshnessSnapshot(
        long refreshBehind,
        long mustLoad,
        long servedStale,
        long gone,
        long loaded,
        long loadedNegative,
        long failed) {}
