package io.goodput.config.policy.client;

import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.limit.GradientLimit;
import java.time.Duration;

/**
 * The block of a {@link GradientLimit}: {@code {max: 500, tolerance: 1.5}}, or the word {@code standard}. A key that is
 * left out is as in {@link GradientLimit#STANDARD}; for the bounds see {@link LearningLimit}.
 */
final class GradientBlock {
    private static final GradientLimit STANDARD = GradientLimit.STANDARD;

    private static final LearningLimit<GradientLimit> LIMIT = LearningLimit.like(STANDARD);
    private static final Field<GradientLimit, Duration> WINDOW = Field.of(
                    "window", Decoders.duration(GradientLimit.WINDOW), GradientLimit::window)
            .as(STANDARD)
            .about("The least length of a window");
    private static final Field<GradientLimit, Integer> SAMPLES = Field.of(
                    "samples", Decoders.integer(GradientLimit.SAMPLES), GradientLimit::samples)
            .as(STANDARD)
            .about("The least number of answers in a window");
    private static final Field<GradientLimit, Double> TOLERANCE = Field.of(
                    "tolerance", Decoders.number(GradientLimit.TOLERANCE), GradientLimit::tolerance)
            .as(STANDARD)
            .about("Times the baseline before the limit falls");
    private static final Field<GradientLimit, Integer> QUEUE = Field.of(
                    "queue", Decoders.integer(GradientLimit.QUEUE), GradientLimit::queue)
            .as(STANDARD)
            .about("Room for growth, at least");
    private static final Field<GradientLimit, Integer> BASELINE = Field.of(
                    "baseline", Decoders.integer(GradientLimit.BASELINE), GradientLimit::baseline)
            .as(STANDARD)
            .about("Windows that the baseline is averaged over");
    private static final Field<GradientLimit, Double> SMOOTHING = Field.of(
                    "smoothing", Decoders.number(GradientLimit.SMOOTHING), GradientLimit::smoothing)
            .as(STANDARD)
            .about("The share of the way to the new limit in a window");
    private static final Field<GradientLimit, Boolean> DRIFT_GUARD = Field.of(
                    "drift-guard", Decoders.bool(), GradientLimit::driftGuard)
            .as(STANDARD)
            .about("Without it, this is Gradient2 with its drift");

    static final Codec<GradientLimit> CODEC = Decoders.wordOr(
            "standard",
            STANDARD,
            BlockCodec.of(
                    "a block such as {max: 500}",
                    GradientBlock::decode,
                    LIMIT.initial(),
                    LIMIT.min(),
                    LIMIT.max(),
                    WINDOW,
                    SAMPLES,
                    TOLERANCE,
                    QUEUE,
                    BASELINE,
                    SMOOTHING,
                    DRIFT_GUARD));

    private GradientBlock() {}

    private static GradientLimit decode(Block block) {
        LearningLimit.Bounds bounds = LIMIT.decode(block);
        return new GradientLimit(
                bounds.initial(),
                bounds.min(),
                bounds.max(),
                block.get(WINDOW),
                block.get(SAMPLES),
                block.get(TOLERANCE),
                block.get(QUEUE),
                block.get(BASELINE),
                block.get(SMOOTHING),
                block.get(DRIFT_GUARD));
    }
}
