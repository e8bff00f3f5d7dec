package io.goodput.config.policy.client;

import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.hedge.HedgeDelay;
import io.goodput.hedge.HedgePolicy;

/**
 * The block of a {@link HedgePolicy}: {@code {share: 5%, delay: {percentile: 95}}}, or the word {@code standard}. A key
 * that is left out is as in {@link HedgePolicy.Settings#STANDARD}.
 */
final class HedgeBlock {
    private static final HedgePolicy.Settings STANDARD = HedgePolicy.Settings.STANDARD;

    private static final Field<HedgePolicy.Settings, Double> SHARE = Field.of(
                    "share", Decoders.share(), HedgePolicy.Settings::share)
            .as(STANDARD)
            .about("Of the calls that are hedged, at most");
    private static final Field<HedgePolicy.Settings, Double> CAPACITY = Field.of(
                    "capacity", Decoders.number(HedgePolicy.Settings.CAPACITY), HedgePolicy.Settings::capacity)
            .as(STANDARD)
            .about("Hedges that may be saved up");
    private static final Field<HedgePolicy.Settings, HedgeDelay> DELAY = Field.of(
                    "delay", HedgeDelayBlock.CODEC, HedgePolicy.Settings::delay)
            .as(STANDARD)
            .about("How long an attempt may take before another is sent");
    private static final Field<HedgePolicy.Settings, Integer> MAX_HEDGES = Field.of(
                    "max-hedges", Decoders.integer(HedgePolicy.Settings.MAX_HEDGES), HedgePolicy.Settings::maxHedges)
            .as(STANDARD)
            .about("Of one call");

    static final Codec<HedgePolicy.Settings> CODEC = Decoders.wordOr(
            "standard",
            STANDARD,
            BlockCodec.of("a block such as {share: 5%}", HedgeBlock::decode, SHARE, CAPACITY, DELAY, MAX_HEDGES));

    private HedgeBlock() {}

    private static HedgePolicy.Settings decode(Block block) {
        return new HedgePolicy.Settings(block.get(SHARE), block.get(CAPACITY), block.get(DELAY), block.get(MAX_HEDGES));
    }
}
