package io.goodput.config.policy.meter;

import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.meter.LittlesLaw;
import java.time.Duration;

/** The block of {@link LittlesLaw}: {@code {window: 10s, tolerance: 20%}}, or the word {@code standard}. */
final class LittlesLawBlock {
    private static final LittlesLaw.Settings STANDARD = LittlesLaw.Settings.STANDARD;

    private static final Field<LittlesLaw.Settings, Duration> WINDOW = Field.of(
                    "window", Decoders.duration(LittlesLaw.Settings.WINDOW), LittlesLaw.Settings::window)
            .as(STANDARD)
            .about("Over which the figures are compared");
    private static final Field<LittlesLaw.Settings, Double> TOLERANCE = Field.of(
                    "tolerance", Decoders.share(), LittlesLaw.Settings::tolerance)
            .as(STANDARD)
            .about("How far apart they may be");

    static final Codec<LittlesLaw.Settings> CODEC = Decoders.wordOr(
            "standard",
            STANDARD,
            BlockCodec.of("a block such as {window: 10s}", LittlesLawBlock::decode, WINDOW, TOLERANCE));

    private LittlesLawBlock() {}

    private static LittlesLaw.Settings decode(Block block) {
        return new LittlesLaw.Settings(block.get(WINDOW), block.get(TOLERANCE));
    }
}
