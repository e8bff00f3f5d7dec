package io.goodput.config;

import io.goodput.admission.Feasibility;

/**
 * The block of {@link Feasibility}: {@code {mode: dry-run}}, or the word {@code standard}. A key that is left out is as
 * in {@link Feasibility#STANDARD}.
 */
final class FeasibilityBlock {
    private static final Feasibility STANDARD = Feasibility.STANDARD;

    private FeasibilityBlock() {}

    static Decoder<Feasibility> decoder() {
        return Decoders.wordOr(
                "standard", STANDARD, Decoder.of("a block such as {mode: dry-run}", FeasibilityBlock::decode));
    }

    private static Feasibility decode(Node node) {
        Block block = node.block("mode", "chance", "share", "window");
        return new Feasibility(
                block.optional("mode", Decoders.choice(Feasibility.Mode.class), STANDARD.mode()),
                block.optional("chance", Decoders.share(Feasibility.CHANCE), STANDARD.chance()),
                block.optional("share", Decoders.share(), STANDARD.share()),
                block.optional("window", Decoders.duration(Feasibility.WINDOW), STANDARD.window()));
    }

    static Written written(Feasibility feasibility) {
        return new BlockWriter()
                .word("mode", feasibility.mode())
                .share("chance", feasibility.chance())
                .share("share", feasibility.share())
                .time("window", feasibility.window())
                .written();
    }
}
