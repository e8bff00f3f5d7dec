package io.goodput.config;

import io.goodput.config.ShardSettings.Stateful;
import io.goodput.config.ShardSettings.Stateless;
import io.goodput.shard.ShardAssignments;
import io.goodput.shard.ShuffleShard;

/** The block of {@link ShardSettings}: {@code {stateless: {endpoints: 100, size: 5, seed: 1}}}, or {@code stateful}. */
final class ShardBlock {

    private ShardBlock() {}

    static Decoder<ShardSettings> decoder() {
        return Decoder.of("a block with one of stateful, stateless", ShardBlock::decode);
    }

    private static ShardSettings decode(Node node) {
        Block block = node.block("stateful", "stateless");
        if (node.entries().size() != 1) {
            throw node.error("has " + node.entries().size() + " kinds (expected: one of stateful, stateless)");
        }
        Node stateless = block.optional("stateless");
        return stateless == null
                ? block.required("stateful", Decoder.of("a block", ShardBlock::stateful))
                : stateless.as(Decoder.of("a block", ShardBlock::stateless));
    }

    private static Stateless stateless(Node node) {
        Block block = node.block("endpoints", "size", "seed");
        int endpoints = block.required("endpoints", Decoders.integer(ShuffleShard.ENDPOINTS));
        return new Stateless(
                endpoints,
                block.required("size", Decoders.integer(1, Math.min(endpoints, ShuffleShard.SIZE.most()))),
                block.required("seed", seed()));
    }

    private static Stateful stateful(Node node) {
        Block block = node.block("endpoints", "size", "max-overlap", "seed", "effort");
        int endpoints = block.required("endpoints", Decoders.integer(ShardAssignments.Settings.ENDPOINTS));
        int size =
                block.required("size", Decoders.integer(1, Math.min(endpoints, ShardAssignments.Settings.SIZE.most())));
        var usual = ShardAssignments.Settings.of(
                endpoints, size, block.required("max-overlap", Decoders.integer(0, size - 1)));
        return new Stateful(
                new ShardAssignments.Settings(
                        endpoints,
                        size,
                        usual.maxOverlap(),
                        block.optional(
                                "effort", Decoders.longInteger(ShardAssignments.Settings.EFFORT), usual.effort())),
                block.required("seed", seed()));
    }

    private static Decoder<Long> seed() {
        return Decoders.longInteger(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    static Written written(ShardSettings shards) {
        return switch (shards) {
            case Stateless stateless ->
                new BlockWriter()
                        .block("stateless", stateless, ShardBlock::stateless)
                        .written();
            case Stateful stateful ->
                new BlockWriter()
                        .block("stateful", stateful, ShardBlock::stateful)
                        .written();
        };
    }

    private static Written stateless(Stateless shards) {
        return new BlockWriter()
                .whole("endpoints", shards.endpoints())
                .whole("size", shards.size())
                .whole("seed", shards.seed())
                .written();
    }

    private static Written stateful(Stateful shards) {
        return new BlockWriter()
                .whole("endpoints", shards.settings().endpoints())
                .whole("size", shards.settings().size())
                .whole("max-overlap", shards.settings().maxOverlap())
                .whole("seed", shards.seed())
                .whole("effort", shards.settings().effort())
                .written();
    }
}
