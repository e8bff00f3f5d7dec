package io.goodput.config;

import io.goodput.keyed.KeyedStates;
import io.goodput.limit.RateLimit;
import io.goodput.limit.RateLimit.Rate;

/**
 * The block of a {@link RateLimit}: {@code {rate: 100/s, burst: 200, overall: 1000/s}}, or just the rate for each key,
 * {@code 100/s}. A burst that is left out is what one second gives, at least 1; without {@code overall} there is no
 * limit above the keys.
 */
final class RateLimitBlock {
    private static final String RATE = "a rate from 1 a day to 1000000/s";

    private RateLimitBlock() {}

    static Decoder<RateLimit.Settings> decoder() {
        return Decoder.of("a rate such as 100/s, or a block such as {rate: 100/s, burst: 200}", RateLimitBlock::decode);
    }

    private static RateLimit.Settings decode(Node node) {
        if (!node.isBlock()) {
            return new RateLimit.Settings(rate(node), null, RateLimit.Settings.STANDARD_KEYS);
        }
        Block block = node.block("rate", "burst", "overall", "keys");
        return new RateLimit.Settings(
                rate(block),
                block.optional("overall", Decoder.of("a rate such as 1000/s, or a block", RateLimitBlock::rate)),
                block.optional("keys", Decoders.integer(KeyedStates.KEYS), RateLimit.Settings.STANDARD_KEYS));
    }

    private static Rate rate(Node node) {
        return node.isBlock() ? rate(node.block("rate", "burst")) : Rate.of(node.as(perSecond()));
    }

    private static Rate rate(Block block) {
        double perSecond = block.required("rate", perSecond());
        return new Rate(
                perSecond,
                block.optional(
                        "burst",
                        Decoders.integer(Rate.BURST),
                        Rate.of(perSecond).burst()));
    }

    /** Bounds that no unit can say in few digits. */
    private static Decoder<Double> perSecond() {
        return Decoder.ofText(RATE, text -> {
            double perSecond = Rates.parse(text);
            if (!Rate.PER_SECOND.has(perSecond)) {
                throw new Refusal(RATE).of(text, "out of range");
            }
            return perSecond;
        });
    }

    static Written written(RateLimit.Settings settings) {
        return write(settings.each())
                .block("overall", settings.overall(), overall -> write(overall).written())
                .whole("keys", settings.maxKeys())
                .written();
    }

    private static BlockWriter write(Rate rate) {
        return new BlockWriter().rate("rate", rate.perSecond()).whole("burst", rate.burst());
    }
}
