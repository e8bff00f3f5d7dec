package io.goodput.config.policy.shard;

import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.shard.ShardAssignments;

/**
 * The block of shards that are assigned and stored: {@code {endpoints: 50, size: 4, max-overlap: 1, seed: 21}}, all
 * required, and the {@code effort} of one search.
 */
final class StatefulShardBlock {

    private static final Field<ShardSettings.Stateful, Integer> ENDPOINTS = Field.of(
                    "endpoints",
                    Decoders.integer(ShardAssignments.Settings.ENDPOINTS),
                    (ShardSettings.Stateful shards) -> shards.settings().endpoints())
            .required()
            .about("How many there are");
    private static final Field<ShardSettings.Stateful, Integer> SIZE = Field.of(
                    "size",
                    Decoders.integer(ShardAssignments.Settings.SIZE),
                    (ShardSettings.Stateful shards) -> shards.settings().size())
            .required()
            .about("How many of them serve a key");
    private static final Field<ShardSettings.Stateful, Integer> MAX_OVERLAP = Field.of(
                    "max-overlap",
                    Decoders.integer(ShardAssignments.Settings.MAX_OVERLAP),
                    (ShardSettings.Stateful shards) -> shards.settings().maxOverlap())
            .required()
            .about("Endpoints that two keys may share, fewer than the size");
    private static final Field<ShardSettings.Stateful, Long> SEED = Field.of(
                    "seed", Decoders.longInteger(Long.MIN_VALUE, Long.MAX_VALUE), ShardSettings.Stateful::seed)
            .required()
            .about("Of the order in which shards are looked for");
    private static final Field<ShardSettings.Stateful, Long> EFFORT = Field.of(
                    "effort",
                    Decoders.longInteger(ShardAssignments.Settings.EFFORT),
                    (ShardSettings.Stateful shards) -> shards.settings().effort())
            .about("Of one search");

    static final Codec<ShardSettings.Stateful> CODEC =
            BlockCodec.of("a block", StatefulShardBlock::decode, ENDPOINTS, SIZE, MAX_OVERLAP, SEED, EFFORT);

    private StatefulShardBlock() {}

    private static ShardSettings.Stateful decode(Block block) {
        int endpoints = block.get(ENDPOINTS);
        int size = block.get(SIZE.within(Decoders.integer(ShardAssignments.Settings.sizeOf(endpoints))));
        var usual = ShardAssignments.Settings.of(
                endpoints,
                size,
                block.get(MAX_OVERLAP.within(Decoders.integer(ShardAssignments.Settings.MAX_OVERLAP.to(size - 1)))));
        return new ShardSettings.Stateful(
                new ShardAssignments.Settings(
                        endpoints, size, usual.maxOverlap(), block.get(EFFORT.otherwise(usual.effort()))),
                block.get(SEED));
    }
}
