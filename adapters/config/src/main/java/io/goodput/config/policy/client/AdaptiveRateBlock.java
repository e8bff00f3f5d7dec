package io.goodput.config.policy.client;

import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.retry.AdaptiveRate;
import java.time.Duration;

/** The block of an {@link AdaptiveRate}: {@code {max-wait: 20s}}, or the word {@code standard}. */
final class AdaptiveRateBlock {
    private static final AdaptiveRate.Settings STANDARD = AdaptiveRate.Settings.STANDARD;

    private static final Field<AdaptiveRate.Settings, Duration> MAX_WAIT = Field.of(
                    "max-wait", Decoders.duration(AdaptiveRate.Settings.MAX_WAIT), AdaptiveRate.Settings::maxWait)
            .as(STANDARD)
            .about("The longest wait for a token");

    static final Codec<AdaptiveRate.Settings> CODEC = Decoders.wordOr(
            "standard",
            STANDARD,
            BlockCodec.of("a block such as {max-wait: 20s}", AdaptiveRateBlock::decode, MAX_WAIT));

    private AdaptiveRateBlock() {}

    private static AdaptiveRate.Settings decode(Block block) {
        return new AdaptiveRate.Settings(block.get(MAX_WAIT));
    }
}
