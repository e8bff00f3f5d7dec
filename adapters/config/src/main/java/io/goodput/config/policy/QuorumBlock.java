package io.goodput.config.policy;

import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.config.quantity.Durations;
import io.goodput.quorum.QuorumPlan;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The block of a {@link QuorumPlan}: {@code {needed: 4, parts: 5}}. {@code first} is all parts, {@code spare-delay} is
 * nothing, and there is no {@code timeout}, unless they are written.
 */
final class QuorumBlock {
    private static final Codec<Integer> COUNT = Decoders.integer(QuorumPlan.PARTS);

    private static final Field<QuorumPlan, Integer> NEEDED =
            Field.of("needed", COUNT, QuorumPlan::needed).required().about("Parts that are enough");
    private static final Field<QuorumPlan, Integer> PARTS =
            Field.of("parts", COUNT, QuorumPlan::parts).required().about("Parts that there are");
    private static final Field<QuorumPlan, Integer> FIRST =
            Field.of("first", COUNT, QuorumPlan::first).about("Parts begun at once; all if it is left out");
    private static final Field<QuorumPlan, Duration> SPARE_DELAY = Field.of(
                    "spare-delay", Decoders.duration(QuorumPlan.SPARE_DELAY), QuorumPlan::spareDelay)
            .otherwise(Duration.ZERO)
            .about("Until the others are begun");
    private static final Field<QuorumPlan, Duration> TIMEOUT = Field.of(
                    "timeout", Decoders.duration(QuorumPlan.TIMEOUT.to(Durations.MAX)), QuorumBlock::timeout)
            .about("Of the whole");

    static final Codec<QuorumPlan> CODEC = BlockCodec.of(
            "a block such as {needed: 4, parts: 5}", QuorumBlock::decode, NEEDED, PARTS, FIRST, SPARE_DELAY, TIMEOUT);

    private QuorumBlock() {}

    private static QuorumPlan decode(Block block) {
        int parts = block.get(PARTS);
        int needed = block.get(NEEDED.within(Decoders.integer(QuorumPlan.PARTS.to(parts))));
        return new QuorumPlan(
                needed,
                parts,
                block.get(FIRST.within(Decoders.integer(needed, parts)).otherwise(parts)),
                block.get(SPARE_DELAY),
                block.get(TIMEOUT.otherwise(QuorumPlan.NO_TIMEOUT)));
    }

    private static @Nullable Duration timeout(QuorumPlan plan) {
        return plan.timeout().equals(QuorumPlan.NO_TIMEOUT) ? null : plan.timeout();
    }
}
