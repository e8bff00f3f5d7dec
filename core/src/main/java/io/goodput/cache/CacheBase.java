package io.goodput.cache;

import io.goodput.Timers;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * What a cache stands on.
 *
 * @param store where the values are; its {@code compute} is atomic for each key, and it may forget at any time
 * @param timers when something happens
 * @param random for jitter and early refreshes; used by many threads at once
 */
public record CacheBase<K, V>(ConcurrentMap<K, Cached<V>> store, Timers timers, RandomGenerator random) {
    /** A store, real time and the threads' own randomness. */
    public static <K, V> CacheBase<K, V> of(ConcurrentMap<K, Cached<V>> store) {
        return new CacheBase<>(
                store, Timers.system(), () -> ThreadLocalRandom.current().nextLong());
    }
}
