package io.goodput.config.policy.meter;

import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.meter.CriticalSection;
import java.time.Duration;

/** The block of {@link CriticalSection}: {@code {window: 10s, saturation: 80%}}, or the word {@code standard}. */
final class CriticalSectionBlock {
    private static final CriticalSection.Settings STANDARD = CriticalSection.Settings.STANDARD;

    private static final Field<CriticalSection.Settings, Duration> WINDOW = Field.of(
                    "window", Decoders.duration(CriticalSection.Settings.WINDOW), CriticalSection.Settings::window)
            .as(STANDARD)
            .about("Over which it is measured");
    private static final Field<CriticalSection.Settings, Double> SATURATION = Field.of(
                    "saturation",
                    Decoders.share(CriticalSection.Settings.SATURATION),
                    CriticalSection.Settings::saturation)
            .as(STANDARD)
            .about("The share of the time from which it is saturated");

    static final Codec<CriticalSection.Settings> CODEC = Decoders.wordOr(
            "standard",
            STANDARD,
            BlockCodec.of("a block such as {window: 10s}", CriticalSectionBlock::decode, WINDOW, SATURATION));

    private CriticalSectionBlock() {}

    private static CriticalSection.Settings decode(Block block) {
        return new CriticalSection.Settings(block.get(WINDOW), block.get(SATURATION));
    }
}
