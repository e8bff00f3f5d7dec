package io.goodput.config.policy.cache;

import io.goodput.cache.Freshness;
import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.config.quantity.Durations;
import java.time.Duration;

/** The block of {@link Freshness.Retries}: {@code {first: 1s, growth: 2, cap: 1m}}, or the word {@code standard}. */
final class ReloadBlock {
    private static final Freshness.Retries STANDARD = Freshness.Retries.STANDARD;
    private static final Codec<Duration> TIME = Decoders.duration(Freshness.Retries.TIME);

    private static final Field<Freshness.Retries, Duration> FIRST =
            Field.of("first", TIME, Freshness.Retries::first).as(STANDARD).about("The first wait");
    private static final Field<Freshness.Retries, Double> GROWTH = Field.of(
                    "growth", Decoders.number(Freshness.Retries.GROWTH), Freshness.Retries::growth)
            .as(STANDARD)
            .about("With each failure");
    private static final Field<Freshness.Retries, Duration> CAP = Field.of("cap", TIME, Freshness.Retries::cap)
            .about("The longest wait, before jitter: 1m, or the longer first");
    private static final Field<Freshness.Retries, Double> JITTER = Field.of(
                    "jitter", Decoders.share(), Freshness.Retries::jitter)
            .as(STANDARD)
            .about("The share that chance takes off");

    static final Codec<Freshness.Retries> CODEC = Decoders.wordOr(
            "standard",
            STANDARD,
            BlockCodec.of("a block such as {first: 1s}", ReloadBlock::decode, FIRST, GROWTH, CAP, JITTER));

    private ReloadBlock() {}

    private static Freshness.Retries decode(Block block) {
        Duration first = block.get(FIRST);
        return new Freshness.Retries(
                first,
                block.get(GROWTH),
                block.get(CAP.within(Decoders.duration(Freshness.Retries.TIME.from(first)))
                        .otherwise(Durations.longer(first, STANDARD.cap()))),
                block.get(JITTER));
    }
}
