package io.goodput.config;

import io.goodput.limit.AimdLimit;
import io.goodput.limit.ConcurrencyLimit;
import io.goodput.limit.FixedLimit;
import io.goodput.limit.GradientLimit;

/**
 * The settings of a {@link ConcurrencyLimit}: a number for a limit that stays as it is, the word {@code standard}, or
 * an algorithm by its name: {@code {gradient: standard}}, {@code {aimd: {max: 500}}}, {@code {fixed: 20}}.
 */
final class LimitBlock {
    private static final String EXPECTED = "standard, a number, or a block with one of aimd, fixed, gradient";

    private LimitBlock() {}

    static Decoder<ConcurrencyLimit.Settings> decoder() {
        return Decoder.of(EXPECTED, LimitBlock::decode);
    }

    private static ConcurrencyLimit.Settings decode(Node node) {
        if (node.isScalar()) {
            return node.text().chars().anyMatch(Character::isLetter)
                    ? Words.word(node.text(), "standard", ConcurrencyLimit.Settings.STANDARD, EXPECTED)
                    : new FixedLimit(node.as(number()));
        }
        Block block = node.block("aimd", "fixed", "gradient");
        if (node.entries().size() != 1) {
            throw node.error("has " + node.entries().size() + " algorithms (expected: one of aimd, fixed, gradient)");
        }
        return switch (node.entries().firstEntry().getKey()) {
            case "aimd" -> block.required("aimd", AimdBlock.decoder());
            case "gradient" -> block.required("gradient", GradientBlock.decoder());
            default -> new FixedLimit(block.required("fixed", number()));
        };
    }

    private static Decoder<Integer> number() {
        return Decoders.integer(ConcurrencyLimit.LIMIT);
    }

    static Written written(ConcurrencyLimit.Settings settings) {
        var block = new BlockWriter();
        return switch (settings) {
            case FixedLimit(var limit) -> block.whole("fixed", limit).written();
            case AimdLimit aimd -> block.block("aimd", aimd, AimdBlock::written).written();
            case GradientLimit gradient ->
                block.block("gradient", gradient, GradientBlock::written).written();
        };
    }
}
