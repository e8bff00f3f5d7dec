package io.goodput.lab.scenario;

import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Node;
import java.time.Duration;

/**
 * The block {@code run}: {@code for} how long (required), how many {@code seeds} (default 100), the {@code first-seed}
 * (default 1), and the {@code settled} window (default: the last third).
 */
final class RunBlock {
    private static final int SEEDS = 100;

    private RunBlock() {}

    static Decoder<RunPlan> decoder() {
        return Decoder.of("a plan such as {for: 200s, seeds: 100, settled: 60s..80s}", RunBlock::decode);
    }

    private static RunPlan decode(Node node) {
        Block block = node.block("for", "seeds", "first-seed", "settled");
        Duration length = block.required("for", Decoders.duration(RunPlan.SHORTEST, RunPlan.LONGEST));
        return new RunPlan(
                length,
                block.optional("seeds", Decoders.integer(1, RunPlan.MOST_SEEDS), SEEDS),
                block.optional("first-seed", Decoders.longInteger(0, RunPlan.LAST_SEED), 1L),
                block.optional("settled", Decoders.durationSpan(), RunPlan.lastThird(length)));
    }
}
