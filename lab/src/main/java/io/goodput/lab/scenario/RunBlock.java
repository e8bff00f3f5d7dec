package io.goodput.lab.scenario;

import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Key;
import io.goodput.config.language.Keys;
import io.goodput.config.quantity.DurationSpan;
import java.time.Duration;

/**
 * The block {@code run}: {@code for} how long (required), how many {@code seeds} (default 100), the {@code first-seed}
 * (default 1), and the {@code settled} window (default: the last third).
 */
final class RunBlock {
    private static final int SEEDS = 100;

    private static final Key<Duration> FOR = Key.of("for", Decoders.duration(RunPlan.SHORTEST, RunPlan.LONGEST))
            .required()
            .about("How long a run is");
    private static final Key<Integer> COUNT = Key.of("seeds", Decoders.integer(1, RunPlan.MOST_SEEDS))
            .otherwise(SEEDS)
            .about("How many runs, each with chance of its own");
    private static final Key<Long> FIRST_SEED =
            Key.of("first-seed", Decoders.longInteger(0, RunPlan.LAST_SEED)).otherwise(1L);
    private static final Key<DurationSpan> SETTLED = Key.of("settled", Decoders.durationSpan())
            .about("What counts as settled; the last third if it is left out");

    static final Decoder<RunPlan> DECODER = Keys.of(FOR, COUNT, FIRST_SEED, SETTLED)
            .decoder("a plan such as {for: 200s, seeds: 100, settled: 60s..80s}", RunBlock::decode);

    private RunBlock() {}

    private static RunPlan decode(Block block) {
        Duration length = block.get(FOR);
        return new RunPlan(
                length,
                block.get(COUNT),
                block.get(FIRST_SEED),
                block.get(SETTLED.otherwise(RunPlan.lastThird(length))));
    }
}
