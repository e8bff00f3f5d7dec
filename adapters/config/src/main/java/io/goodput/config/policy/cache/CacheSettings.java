package io.goodput.config.policy.cache;

import io.goodput.cache.Coalescer;
import io.goodput.cache.Freshness;
import io.goodput.config.language.Codec;

/**
 * The settings of one cache: {@code {soft: 1m, hard: 1h}}, or the word {@code standard}.
 *
 * @param freshness how old its values may get
 * @param loading what is loaded at once
 */
public record CacheSettings(Freshness.Settings freshness, Coalescer.Settings loading) {
    /** Both standards. */
    public static final CacheSettings STANDARD =
            new CacheSettings(Freshness.Settings.STANDARD, Coalescer.Settings.STANDARD);

    /**
     * The keys {@code soft}, {@code hard}, {@code negative}, {@code jitter}, {@code early}, {@code retries} and
     * {@code loading}, each as in {@link #STANDARD} if it is left out, {@code soft} no longer than a {@code hard} that
     * is written, and {@code hard} no shorter than {@code soft}.
     */
    public static final Codec<CacheSettings> CODEC = CacheBlock.CODEC;
}
