package io.goodput.config.policy.client;

import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.config.quantity.Durations;
import io.goodput.quorum.QuorumFetch;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The block of a {@link QuorumFetch.Settings}: {@code {needed: 4, parts: 5}}. {@code first} is all parts,
 * {@code spare-delay} is nothing, and there is no {@code timeout}, unless they are written.
 */
public final class QuorumBlock {
    private static final Codec<Integer> COUNT = Decoders.integer(QuorumFetch.Settings.PARTS);

    private static final Field<QuorumFetch.Settings, Integer> NEEDED =
            Field.of("needed", COUNT, QuorumFetch.Settings::needed).required().about("Parts that are enough");
    private static final Field<QuorumFetch.Settings, Integer> PARTS =
            Field.of("parts", COUNT, QuorumFetch.Settings::parts).required().about("Parts that there are");
    private static final Field<QuorumFetch.Settings, Integer> FIRST =
            Field.of("first", COUNT, QuorumFetch.Settings::first).about("Parts begun at once; all if it is left out");
    private static final Field<QuorumFetch.Settings, Duration> SPARE_DELAY = Field.of(
                    "spare-delay",
                    Decoders.duration(QuorumFetch.Settings.SPARE_DELAY),
                    QuorumFetch.Settings::spareDelay)
            .otherwise(Duration.ZERO)
            .about("Until the others are begun");
    private static final Field<QuorumFetch.Settings, Duration> TIMEOUT = Field.of(
                    "timeout", Decoders.duration(QuorumFetch.Settings.TIMEOUT.to(Durations.MAX)), QuorumBlock::timeout)
            .about("Of the whole");

    /** Reads and writes such a block. */
    public static final Codec<QuorumFetch.Settings> CODEC = BlockCodec.of(
            "a block such as {needed: 4, parts: 5}", QuorumBlock::decode, NEEDED, PARTS, FIRST, SPARE_DELAY, TIMEOUT);

    private QuorumBlock() {}

    private static QuorumFetch.Settings decode(Block block) {
        int parts = block.get(PARTS);
        int needed = block.get(NEEDED.within(Decoders.integer(QuorumFetch.Settings.PARTS.to(parts))));
        return new QuorumFetch.Settings(
                needed,
                parts,
                block.get(FIRST.within(Decoders.integer(QuorumFetch.Settings.firstOf(needed, parts)))
                        .otherwise(parts)),
                block.get(SPARE_DELAY),
                block.get(TIMEOUT.otherwise(QuorumFetch.Settings.NO_TIMEOUT)));
    }

    private static @Nullable Duration timeout(QuorumFetch.Settings plan) {
        return plan.timeout().equals(QuorumFetch.Settings.NO_TIMEOUT) ? null : plan.timeout();
    }
}
