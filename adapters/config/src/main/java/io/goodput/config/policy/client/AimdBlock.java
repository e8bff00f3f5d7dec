package io.goodput.config.policy.client;

import io.goodput.Outcome;
import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.limit.AimdLimit;
import java.time.Duration;
import java.util.Set;

/**
 * The block of an {@link AimdLimit}: {@code {max: 500, decrease: 0.9}}, or the word {@code standard}. A key that is
 * left out is as in {@link AimdLimit#STANDARD}; for the bounds see {@link LearningLimit}.
 */
final class AimdBlock {
    private static final AimdLimit STANDARD = AimdLimit.STANDARD;

    private static final LearningLimit<AimdLimit> LIMIT = LearningLimit.like(STANDARD);
    private static final Field<AimdLimit, Double> DECREASE = Field.of(
                    "decrease", Decoders.number(AimdLimit.DECREASE), AimdLimit::decrease)
            .as(STANDARD)
            .about("What overload multiplies the limit by");
    private static final Field<AimdLimit, Double> USED = Field.of("used", Decoders.share(), AimdLimit::used)
            .as(STANDARD)
            .about("The share of the limit in flight for a success to count");
    private static final Field<AimdLimit, Duration> TOO_LONG = Field.of(
                    "too-long", Decoders.duration(AimdLimit.TOO_LONG), AimdLimit::tooLong)
            .as(STANDARD)
            .about("A success that takes longer is overload");
    private static final Field<AimdLimit, Set<Outcome>> OVERLOAD = Field.of(
                    "overload", OutcomeWords.set(AimdLimit.POSSIBLE_OVERLOAD), AimdLimit::overload)
            .as(STANDARD)
            .about("The outcomes that are overload; may be empty");

    static final Codec<AimdLimit> CODEC = Decoders.wordOr(
            "standard",
            STANDARD,
            BlockCodec.of(
                    "a block such as {max: 500}",
                    AimdBlock::decode,
                    LIMIT.initial(),
                    LIMIT.min(),
                    LIMIT.max(),
                    DECREASE,
                    USED,
                    TOO_LONG,
                    OVERLOAD));

    private AimdBlock() {}

    private static AimdLimit decode(Block block) {
        LearningLimit.Bounds bounds = LIMIT.decode(block);
        return new AimdLimit(
                bounds.initial(),
                bounds.min(),
                bounds.max(),
                block.get(DECREASE),
                block.get(USED),
                block.get(TOO_LONG),
                block.get(OVERLOAD));
    }
}
