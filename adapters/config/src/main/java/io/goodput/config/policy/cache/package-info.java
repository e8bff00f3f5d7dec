/**
 * The block of a cache: how old its values may get, and what is loaded at once.
 *
 * <p>In: a block such as {@code {soft: 1m, hard: 1h}}. Out: the settings of freshness and of loading, with the bounds
 * that core has, and the other way round. Begin at {@link io.goodput.config.policy.cache.CacheSettings}.
 */
package io.goodput.config.policy.cache;
