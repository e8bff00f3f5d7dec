package io.goodput.config.policy.client;

import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.config.language.Keys;
import io.goodput.config.language.Node;
import io.goodput.config.problem.Expectation;
import io.goodput.config.quantity.Rates;
import io.goodput.config.schema.JsonSchema;
import io.goodput.config.write.Written;
import io.goodput.keyed.KeyedStates;
import io.goodput.limit.RateLimit;
import java.util.List;

/**
 * The block of a {@link RateLimit}: {@code {rate: 100/s, burst: 200, overall: 1000/s}}, or just the rate for each key,
 * {@code 100/s}. A burst that is left out is what one second gives, at least 1; without {@code overall} there is no
 * limit above the keys.
 */
public final class RateLimitBlock {
    private static final Codec<Double> PER_SECOND = Codec.ofText(
            "a rate from 1 a day to 1000000/s",
            JsonSchema.pattern(Rates.PATTERN),
            RateLimitBlock::perSecond,
            Rates::format);

    private static final Field<RateLimit.Rate, Double> RATE =
            Field.of("rate", PER_SECOND, RateLimit.Rate::perSecond).required().about("Permits");
    private static final Field<RateLimit.Rate, Integer> BURST = Field.of(
                    "burst", Decoders.integer(RateLimit.Rate.BURST), RateLimit.Rate::burst)
            .about("Permits that may be saved up: what a second gives, at least 1");
    private static final Codec<RateLimit.Rate> RATE_BLOCK = BlockCodec.of("a block", RateLimitBlock::rate, RATE, BURST);

    private static final Field<RateLimit.Settings, RateLimit.Rate> OVERALL = Field.of(
                    "overall",
                    Codec.of(
                            Decoder.of(
                                    "a rate such as 1000/s, or a block",
                                    JsonSchema.anyOf(PER_SECOND.schema(), RATE_BLOCK.schema()),
                                    node -> node.isBlock()
                                            ? RATE_BLOCK.decode(node)
                                            : RateLimit.Rate.of(node.as(PER_SECOND))),
                            RATE_BLOCK::write),
                    RateLimit.Settings::overall)
            .about("Above all keys");
    private static final Field<RateLimit.Settings, Integer> KEYS = Field.of(
                    "keys", Decoders.integer(KeyedStates.KEYS), RateLimit.Settings::maxKeys)
            .otherwise(RateLimit.Settings.STANDARD_KEYS)
            .about("Keys that have a bucket at a time");
    private static final Keys ALL = Keys.of(RATE, BURST, OVERALL, KEYS);

    /** Reads and writes such a block. */
    public static final Codec<RateLimit.Settings> CODEC = Codec.of(
            Decoder.of(
                    "a rate such as 100/s, or a block such as {rate: 100/s, burst: 200}",
                    JsonSchema.anyOf(PER_SECOND.schema(), ALL.schema()),
                    RateLimitBlock::decode),
            RateLimitBlock::written);

    private RateLimitBlock() {}

    private static RateLimit.Settings decode(Node node) {
        if (!node.isBlock()) {
            return new RateLimit.Settings(
                    RateLimit.Rate.of(node.as(PER_SECOND)), null, RateLimit.Settings.STANDARD_KEYS);
        }
        return ALL.read(node, block -> new RateLimit.Settings(rate(block), block.find(OVERALL), block.get(KEYS)));
    }

    private static RateLimit.Rate rate(Block block) {
        double perSecond = block.get(RATE);
        return new RateLimit.Rate(
                perSecond,
                block.get(BURST.otherwise(RateLimit.Rate.of(perSecond).burst())));
    }

    /** Bounds that no unit can say in few digits. */
    private static double perSecond(String text) {
        double perSecond = Rates.parse(text);
        if (!RateLimit.Rate.PER_SECOND.has(perSecond)) {
            throw new Expectation(PER_SECOND.expected()).unmet(text, "out of range");
        }
        return perSecond;
    }

    private static Written written(RateLimit.Settings settings) {
        return BlockCodec.write(List.of(RATE, BURST), settings.each())
                .and(BlockCodec.write(List.of(OVERALL, KEYS), settings));
    }
}
