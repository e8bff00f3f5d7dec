package io.goodput.config.policy.shard;

import io.goodput.config.language.Block;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Field;
import io.goodput.config.language.Node;
import io.goodput.config.language.OneOf;
import java.util.List;

/** The block of {@link ShardSettings}: {@code {stateless: {endpoints: 100, size: 5, seed: 1}}}, or {@code stateful}. */
final class ShardBlock {
    private static final Field<ShardSettings, ShardSettings.Stateful> STATEFUL = Field.of(
                    "stateful",
                    StatefulShardBlock.CODEC,
                    (ShardSettings settings) -> settings instanceof ShardSettings.Stateful stateful ? stateful : null)
            .about("Assigned, and to be stored");
    private static final Field<ShardSettings, ShardSettings.Stateless> STATELESS = Field.of(
                    "stateless",
                    StatelessShardBlock.CODEC,
                    (ShardSettings settings) ->
                            settings instanceof ShardSettings.Stateless stateless ? stateless : null)
            .about("By a hash alone");
    private static final OneOf<ShardSettings> KINDS = new OneOf<>("kinds", List.of(STATEFUL, STATELESS));

    static final Codec<ShardSettings> CODEC =
            Codec.of(Decoder.of(KINDS.expected(), KINDS.schema(), ShardBlock::decode), KINDS::write);

    private ShardBlock() {}

    private static ShardSettings decode(Node node) {
        Block block = KINDS.in(node);
        ShardSettings.Stateless stateless = block.find(STATELESS);
        return stateless != null ? stateless : block.get(STATEFUL);
    }
}
