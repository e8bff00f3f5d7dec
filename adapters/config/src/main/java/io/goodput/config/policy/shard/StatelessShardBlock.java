package io.goodput.config.policy.shard;

import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.shard.ShuffleShard;

/** The block of shards by a hash alone: {@code {endpoints: 100, size: 5, seed: 1}}, all required. */
final class StatelessShardBlock {

    private static final Field<ShardSettings.Stateless, Integer> ENDPOINTS = Field.of(
                    "endpoints", Decoders.integer(ShuffleShard.ENDPOINTS), ShardSettings.Stateless::endpoints)
            .required()
            .about("How many there are");
    private static final Field<ShardSettings.Stateless, Integer> SIZE = Field.of(
                    "size", Decoders.integer(ShuffleShard.SIZE), ShardSettings.Stateless::size)
            .required()
            .about("How many of them serve a key");
    private static final Field<ShardSettings.Stateless, Long> SEED = Field.of(
                    "seed", Decoders.longInteger(Long.MIN_VALUE, Long.MAX_VALUE), ShardSettings.Stateless::seed)
            .required()
            .about("Of the hash");

    static final Codec<ShardSettings.Stateless> CODEC =
            BlockCodec.of("a block", StatelessShardBlock::decode, ENDPOINTS, SIZE, SEED);

    private StatelessShardBlock() {}

    private static ShardSettings.Stateless decode(Block block) {
        int endpoints = block.get(ENDPOINTS);
        return new ShardSettings.Stateless(
                endpoints,
                block.get(SIZE.within(Decoders.integer(1, Math.min(endpoints, ShuffleShard.SIZE.most())))),
                block.get(SEED));
    }
}
