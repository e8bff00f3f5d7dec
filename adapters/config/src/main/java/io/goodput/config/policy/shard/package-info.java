/**
 * The block of shards: which few endpoints of many serve a key.
 *
 * <p>In: a block such as {@code {stateless: {endpoints: 100, size: 5, seed: 1}}}. Out: the settings of shards by a
 * hash, or of shards that are assigned, with the bounds that core has, and the other way round. Begin at
 * {@link io.goodput.config.policy.shard.ShardSettings}.
 */
package io.goodput.config.policy.shard;
