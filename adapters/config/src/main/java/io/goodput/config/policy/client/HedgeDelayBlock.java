package io.goodput.config.policy.client;

import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.config.schema.JsonSchema;
import io.goodput.config.write.Written;
import io.goodput.hedge.HedgeDelay;
import java.time.Duration;

/** The delay of a hedge: a duration that never changes, or a block for a percentile, {@code {percentile: 95}}. */
final class HedgeDelayBlock {
    private static final HedgeDelay.Percentile USUAL = new HedgeDelay.Percentile(95, Duration.ofMillis(1), 100);
    private static final Codec<Duration> TIME = Decoders.duration(HedgeDelay.TIME);

    private static final Field<HedgeDelay.Percentile, Double> PERCENTILE = Field.of(
                    "percentile", Decoders.number(HedgeDelay.Percentile.PERCENTILE), HedgeDelay.Percentile::percentile)
            .as(USUAL)
            .about("Of the latencies of late");
    private static final Field<HedgeDelay.Percentile, Duration> LEAST =
            Field.of("least", TIME, HedgeDelay.Percentile::least).as(USUAL).about("The shortest delay");
    private static final Field<HedgeDelay.Percentile, Integer> SAMPLES = Field.of(
                    "samples", Decoders.integer(HedgeDelay.Percentile.SAMPLES), HedgeDelay.Percentile::samples)
            .as(USUAL)
            .about("With fewer latencies nothing is hedged");
    private static final Codec<HedgeDelay.Percentile> BLOCK =
            BlockCodec.of("a block such as {percentile: 95}", HedgeDelayBlock::decode, PERCENTILE, LEAST, SAMPLES);

    static final Codec<HedgeDelay> CODEC = Codec.of(
            Decoder.of(
                    "a duration such as 20ms, or " + BLOCK.expected(),
                    JsonSchema.anyOf(TIME.schema(), BLOCK.schema()),
                    node -> node.isBlock() ? BLOCK.decode(node) : new HedgeDelay.Fixed(node.as(TIME))),
            HedgeDelayBlock::written);

    private HedgeDelayBlock() {}

    private static HedgeDelay.Percentile decode(Block block) {
        return new HedgeDelay.Percentile(block.get(PERCENTILE), block.get(LEAST), block.get(SAMPLES));
    }

    private static Written written(HedgeDelay delay) {
        return switch (delay) {
            case HedgeDelay.Fixed(var time) -> TIME.write(time);
            case HedgeDelay.Percentile percentile -> BLOCK.write(percentile);
        };
    }
}
