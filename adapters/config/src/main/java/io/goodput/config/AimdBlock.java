package io.goodput.config;

import io.goodput.limit.AimdLimit;

/**
 * The block of an {@link AimdLimit}: {@code {max: 500, decrease: 0.9}}, or the word {@code standard}. A key that is
 * left out is as in {@link AimdLimit#STANDARD}; for the bounds see {@link LimitBounds}.
 */
final class AimdBlock {
    private static final AimdLimit STANDARD = AimdLimit.STANDARD;

    private AimdBlock() {}

    static Decoder<AimdLimit> decoder() {
        return Decoders.wordOr("standard", STANDARD, Decoder.of("a block such as {max: 500}", AimdBlock::decode));
    }

    private static AimdLimit decode(Node node) {
        Block block = node.block("initial", "min", "max", "decrease", "used", "too-long", "overload");
        LimitBounds bounds = LimitBounds.decode(block, STANDARD);
        return new AimdLimit(
                bounds.initial(),
                bounds.min(),
                bounds.max(),
                block.optional("decrease", Decoders.number(AimdLimit.DECREASE), STANDARD.decrease()),
                block.optional("used", Decoders.share(), STANDARD.used()),
                block.optional("too-long", Decoders.duration(AimdLimit.TOO_LONG), STANDARD.tooLong()),
                block.optional("overload", OutcomeWords.set(AimdLimit.POSSIBLE_OVERLOAD), STANDARD.overload()));
    }

    static Written written(AimdLimit limit) {
        var block = LimitBounds.write(limit)
                .number("decrease", limit.decrease())
                .share("used", limit.used())
                .time("too-long", limit.tooLong());
        return OutcomeWords.write(block, "overload", limit.overload()).written();
    }
}
