package io.goodput.config.policy.cache;

import io.goodput.cache.Coalescer;
import io.goodput.cache.Freshness;
import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.config.quantity.Durations;
import java.time.Duration;

/** The block of {@link CacheSettings}. */
final class CacheBlock {
    private static final CacheSettings STANDARD = CacheSettings.STANDARD;
    private static final Freshness.Settings USUAL = Freshness.Settings.STANDARD;
    private static final Codec<Duration> TIME = Decoders.duration(Freshness.Settings.TIME);

    private static final Field<CacheSettings, Duration> SOFT = Field.of(
                    "soft", TIME, (CacheSettings cache) -> cache.freshness().soft())
            .about("From this age on a value is loaded anew behind the scenes: 1m, or the shorter hard");
    private static final Field<CacheSettings, Duration> HARD = Field.of(
                    "hard", TIME, (CacheSettings cache) -> cache.freshness().hard())
            .about("From this age on it is not served: 1h, or the longer soft");
    private static final Field<CacheSettings, Duration> NEGATIVE = Field.of(
                    "negative", TIME, (CacheSettings cache) -> cache.freshness().negative())
            .as(STANDARD)
            .about("How long it is believed that there is no such thing");
    private static final Field<CacheSettings, Double> JITTER = Field.of(
                    "jitter",
                    Decoders.share(),
                    (CacheSettings cache) -> cache.freshness().jitter())
            .as(STANDARD)
            .about("The share that chance takes off the soft time");
    private static final Field<CacheSettings, Double> EARLY = Field.of(
                    "early",
                    Decoders.number(Freshness.Settings.EARLY),
                    (CacheSettings cache) -> cache.freshness().early())
            .as(STANDARD)
            .about("The beta of XFetch; 0 is none");
    private static final Field<CacheSettings, Freshness.Retries> RETRIES = Field.of(
                    "retries",
                    ReloadBlock.CODEC,
                    (CacheSettings cache) -> cache.freshness().retries())
            .as(STANDARD)
            .about("The waits after failed loads");
    private static final Field<CacheSettings, Coalescer.Settings> LOADING = Field.of(
                    "loading", LoadingBlock.CODEC, CacheSettings::loading)
            .as(STANDARD)
            .about("What is loaded at once");

    static final Codec<CacheSettings> CODEC = Decoders.wordOr(
                    "standard",
                    STANDARD,
                    BlockCodec.of(
                            "a block such as {soft: 1m, hard: 1h}",
                            CacheBlock::decode,
                            SOFT,
                            HARD,
                            NEGATIVE,
                            JITTER,
                            EARLY,
                            RETRIES,
                            LOADING))
            .defined("cache");

    private CacheBlock() {}

    private static CacheSettings decode(Block block) {
        Duration written = block.find(HARD);
        Duration soft = block.get(
                written == null
                        ? SOFT.otherwise(USUAL.soft())
                        : SOFT.within(Decoders.duration(Freshness.Settings.TIME.to(written)))
                                .otherwise(Durations.shorter(written, USUAL.soft())));
        var freshness = new Freshness.Settings(
                soft,
                written == null ? Durations.longer(soft, USUAL.hard()) : written,
                block.get(NEGATIVE),
                block.get(JITTER),
                block.get(EARLY),
                block.get(RETRIES));
        return new CacheSettings(freshness, block.get(LOADING));
    }
}
