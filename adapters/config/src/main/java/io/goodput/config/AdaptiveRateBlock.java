package io.goodput.config;

import io.goodput.retry.AdaptiveRate;

/** The block of an {@link AdaptiveRate}: {@code {max-wait: 20s}}, or the word {@code standard}. */
final class AdaptiveRateBlock {
    private AdaptiveRateBlock() {}

    static Decoder<AdaptiveRate.Settings> decoder() {
        return Decoders.wordOr(
                "standard",
                AdaptiveRate.Settings.STANDARD,
                Decoder.of("a block such as {max-wait: 20s}", AdaptiveRateBlock::decode));
    }

    private static AdaptiveRate.Settings decode(Node node) {
        return new AdaptiveRate.Settings(node.block("max-wait")
                .optional(
                        "max-wait",
                        Decoders.duration(AdaptiveRate.Settings.MAX_WAIT),
                        AdaptiveRate.Settings.STANDARD.maxWait()));
    }

    static Written written(AdaptiveRate.Settings settings) {
        return new BlockWriter().time("max-wait", settings.maxWait()).written();
    }
}
