package io.goodput.config.policy.shard;

import io.goodput.config.language.Codec;
import io.goodput.shard.ShardAssignments;
import io.goodput.shard.ShuffleShard;

/** How keys are given their endpoints: by a hash alone, or by assignments that are stored. */
public sealed interface ShardSettings {

    /**
     * A {@link ShuffleShard}.
     *
     * @param endpoints how many there are
     * @param size of a shard
     * @param seed of the hash
     */
    record Stateless(int endpoints, int size, long seed) implements ShardSettings {
        /** Refuses what no shard can be made of. */
        public Stateless {
            var _ = ShuffleShard.of(endpoints, size, seed);
        }

        /** The shards. */
        public ShuffleShard newShards() {
            return ShuffleShard.of(endpoints, size, seed);
        }
    }

    /**
     * {@link ShardAssignments}.
     *
     * @param settings the shards to assign
     * @param seed of the order in which they are looked for
     */
    record Stateful(ShardAssignments.Settings settings, long seed) implements ShardSettings {
        /** Nothing assigned yet. */
        public ShardAssignments newAssignments() {
            return new ShardAssignments(settings, seed);
        }
    }

    /**
     * {@code {stateless: {endpoints, size, seed}}}, all required, or {@code {stateful: {endpoints, size, max-overlap,
     * seed, effort}}}, of which the effort has a default.
     */
    Codec<ShardSettings> CODEC = ShardBlock.CODEC;
}
