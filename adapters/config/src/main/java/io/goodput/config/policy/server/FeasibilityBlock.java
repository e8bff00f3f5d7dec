package io.goodput.config.policy.server;

import io.goodput.admission.Feasibility;
import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import java.time.Duration;

/**
 * The block of {@link Feasibility}: {@code {mode: dry-run}}, or the word {@code standard}. A key that is left out is as
 * in {@link Feasibility#STANDARD}.
 */
final class FeasibilityBlock {
    private static final Feasibility STANDARD = Feasibility.STANDARD;

    private static final Field<Feasibility, Feasibility.Mode> MODE = Field.of(
                    "mode", Decoders.choice(Feasibility.Mode.class), Feasibility::mode)
            .as(STANDARD)
            .about("What becomes of requests that would hardly be done in time");
    private static final Field<Feasibility, Double> CHANCE = Field.of(
                    "chance", Decoders.share(Feasibility.CHANCE), Feasibility::chance)
            .as(STANDARD)
            .about("Of being done in time, below which a request is dropped");
    private static final Field<Feasibility, Double> SHARE = Field.of("share", Decoders.share(), Feasibility::share)
            .as(STANDARD)
            .about("At most so much is dropped for it");
    private static final Field<Feasibility, Duration> WINDOW = Field.of(
                    "window", Decoders.duration(Feasibility.WINDOW), Feasibility::window)
            .as(STANDARD)
            .about("In so long");

    static final Codec<Feasibility> CODEC = Decoders.wordOr(
            "standard",
            STANDARD,
            BlockCodec.of("a block such as {mode: dry-run}", FeasibilityBlock::decode, MODE, CHANCE, SHARE, WINDOW));

    private FeasibilityBlock() {}

    private static Feasibility decode(Block block) {
        return new Feasibility(block.get(MODE), block.get(CHANCE), block.get(SHARE), block.get(WINDOW));
    }
}
