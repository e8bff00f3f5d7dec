package io.goodput.config;

import io.goodput.hedge.HedgeDelay;
import io.goodput.hedge.HedgePolicy;
import java.time.Duration;

/**
 * The block of a {@link HedgePolicy}: {@code {share: 5%, delay: {percentile: 95}}}, or the word {@code standard}. A key
 * that is left out is as in {@link HedgePolicy.Settings#STANDARD}. A delay is a percentile, or a duration that never
 * changes.
 */
final class HedgeBlock {
    private static final HedgePolicy.Settings STANDARD = HedgePolicy.Settings.STANDARD;
    private static final HedgeDelay.Percentile USUAL = new HedgeDelay.Percentile(95, Duration.ofMillis(1), 100);

    private HedgeBlock() {}

    static Decoder<HedgePolicy.Settings> decoder() {
        return Decoders.wordOr("standard", STANDARD, Decoder.of("a block such as {share: 5%}", HedgeBlock::decode));
    }

    private static HedgePolicy.Settings decode(Node node) {
        Block block = node.block("share", "capacity", "delay", "max-hedges");
        return new HedgePolicy.Settings(
                block.optional("share", Decoders.share(), STANDARD.share()),
                block.optional("capacity", Decoders.number(HedgePolicy.Settings.CAPACITY), STANDARD.capacity()),
                block.optional(
                        "delay",
                        Decoder.of("a duration such as 20ms, or a block such as {percentile: 95}", HedgeBlock::delay),
                        STANDARD.delay()),
                block.optional("max-hedges", Decoders.integer(HedgePolicy.Settings.MAX_HEDGES), STANDARD.maxHedges()));
    }

    private static HedgeDelay delay(Node node) {
        Decoder<Duration> time = Decoders.duration(HedgeDelay.TIME);
        if (!node.isBlock()) {
            return new HedgeDelay.Fixed(node.as(time));
        }
        Block block = node.block("percentile", "least", "samples");
        return new HedgeDelay.Percentile(
                block.optional("percentile", Decoders.number(HedgeDelay.Percentile.PERCENTILE), USUAL.percentile()),
                block.optional("least", time, USUAL.least()),
                block.optional("samples", Decoders.integer(HedgeDelay.Percentile.SAMPLES), USUAL.samples()));
    }

    static Written written(HedgePolicy.Settings settings) {
        return new BlockWriter()
                .share("share", settings.share())
                .number("capacity", settings.capacity())
                .put("delay", written(settings.delay()))
                .whole("max-hedges", settings.maxHedges())
                .written();
    }

    private static Written written(HedgeDelay delay) {
        return switch (delay) {
            case HedgeDelay.Fixed(var time) -> new Written.Text(Durations.format(time));
            case HedgeDelay.Percentile(var percentile, var least, var samples) ->
                new BlockWriter()
                        .number("percentile", percentile)
                        .time("least", least)
                        .whole("samples", samples)
                        .written();
        };
    }
}
