package io.goodput.config;

import io.goodput.limit.ConcurrencyLimit;
import io.goodput.limit.GradientLimit;
import java.time.Duration;

/**
 * The block of a {@link GradientLimit}: {@code {max: 500, tolerance: 1.5}}, or the word {@code standard}. A key that is
 * left out is as in {@link GradientLimit#STANDARD}; for the bounds see {@link LimitBounds}.
 */
final class GradientBlock {
    private static final GradientLimit STANDARD = GradientLimit.STANDARD;
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private GradientBlock() {}

    static Decoder<GradientLimit> decoder() {
        return Decoders.wordOr("standard", STANDARD, Decoder.of("a block such as {max: 500}", GradientBlock::decode));
    }

    private static GradientLimit decode(Node node) {
        Block block = node.block(
                "initial",
                "min",
                "max",
                "window",
                "samples",
                "tolerance",
                "queue",
                "baseline",
                "smoothing",
                "drift-guard");
        LimitBounds bounds = LimitBounds.decode(block, STANDARD);
        return new GradientLimit(
                bounds.initial(),
                bounds.min(),
                bounds.max(),
                block.optional("window", Decoders.duration(SHORTEST, LONGEST), STANDARD.window()),
                block.optional("samples", Decoders.integer(10, ConcurrencyLimit.Settings.MOST), STANDARD.samples()),
                block.optional("tolerance", Decoders.number(1, 10), STANDARD.tolerance()),
                block.optional("queue", Decoders.integer(1, 1_000), STANDARD.queue()),
                block.optional("baseline", Decoders.integer(2, 10_000), STANDARD.baseline()),
                block.optional("smoothing", Decoders.number(0.01, 1), STANDARD.smoothing()),
                block.optional("drift-guard", Decoders.bool(), STANDARD.driftGuard()));
    }

    static Written written(GradientLimit limit) {
        return LimitBounds.write(limit)
                .time("window", limit.window())
                .whole("samples", limit.samples())
                .number("tolerance", limit.tolerance())
                .whole("queue", limit.queue())
                .whole("baseline", limit.baseline())
                .number("smoothing", limit.smoothing())
                .bool("drift-guard", limit.driftGuard())
                .written();
    }
}
