package io.goodput.config;

import io.goodput.limit.GradientLimit;

/**
 * The block of a {@link GradientLimit}: {@code {max: 500, tolerance: 1.5}}, or the word {@code standard}. A key that is
 * left out is as in {@link GradientLimit#STANDARD}; for the bounds see {@link LimitBounds}.
 */
final class GradientBlock {
    private static final GradientLimit STANDARD = GradientLimit.STANDARD;

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
                block.optional("window", Decoders.duration(GradientLimit.WINDOW), STANDARD.window()),
                block.optional("samples", Decoders.integer(GradientLimit.SAMPLES), STANDARD.samples()),
                block.optional("tolerance", Decoders.number(GradientLimit.TOLERANCE), STANDARD.tolerance()),
                block.optional("queue", Decoders.integer(GradientLimit.QUEUE), STANDARD.queue()),
                block.optional("baseline", Decoders.integer(GradientLimit.BASELINE), STANDARD.baseline()),
                block.optional("smoothing", Decoders.number(GradientLimit.SMOOTHING), STANDARD.smoothing()),
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
