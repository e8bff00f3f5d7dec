package io.goodput.config.policy.client;

import io.goodput.config.language.Block;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.config.language.Node;
import io.goodput.config.language.OneOf;
import io.goodput.config.schema.JsonSchema;
import io.goodput.limit.AimdLimit;
import io.goodput.limit.ConcurrencyLimit;
import io.goodput.limit.FixedLimit;
import io.goodput.limit.GradientLimit;
import java.util.List;

/**
 * The settings of a {@link ConcurrencyLimit}: a number for a limit that stays as it is, the word {@code standard}, or
 * an algorithm by its name: {@code {gradient: standard}}, {@code {aimd: {max: 500}}}, {@code {fixed: 20}}.
 */
final class LimitBlock {
    private static final Codec<Integer> NUMBER = Decoders.integer(ConcurrencyLimit.LIMIT);

    private static final Field<ConcurrencyLimit.Settings, AimdLimit> AIMD =
            Field.of("aimd", AimdBlock.CODEC, settings -> settings instanceof AimdLimit aimd ? aimd : null);
    private static final Field<ConcurrencyLimit.Settings, Integer> FIXED =
            Field.of("fixed", NUMBER, settings -> settings instanceof FixedLimit(var limit) ? limit : null);
    private static final Field<ConcurrencyLimit.Settings, GradientLimit> GRADIENT = Field.of(
            "gradient", GradientBlock.CODEC, settings -> settings instanceof GradientLimit gradient ? gradient : null);
    private static final OneOf<ConcurrencyLimit.Settings> KINDS =
            new OneOf<>("algorithms", List.of(AIMD, FIXED, GRADIENT));

    private static final String EXPECTED = "standard, a number, or " + KINDS.expected();
    private static final Decoder<ConcurrencyLimit.Settings> STANDARD =
            Decoders.word("standard", ConcurrencyLimit.Settings.STANDARD, EXPECTED);

    static final Codec<ConcurrencyLimit.Settings> CODEC = Codec.of(
            Decoder.of(
                    EXPECTED, JsonSchema.anyOf(STANDARD.schema(), NUMBER.schema(), KINDS.schema()), LimitBlock::decode),
            KINDS::write);

    private LimitBlock() {}

    private static ConcurrencyLimit.Settings decode(Node node) {
        if (node.isScalar()) {
            return node.text().chars().anyMatch(Character::isLetter)
                    ? STANDARD.decode(node)
                    : new FixedLimit(node.as(NUMBER));
        }
        Block block = KINDS.in(node);
        AimdLimit aimd = block.find(AIMD);
        GradientLimit gradient = block.find(GRADIENT);
        return aimd != null ? aimd : gradient != null ? gradient : new FixedLimit(block.get(FIXED));
    }
}
