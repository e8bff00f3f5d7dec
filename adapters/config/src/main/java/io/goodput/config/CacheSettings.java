package io.goodput.config;

import io.goodput.Range;
import io.goodput.cache.Coalescer;
import io.goodput.cache.Freshness;
import io.goodput.cache.Freshness.Retries;
import java.time.Duration;

/**
 * The settings of one cache: {@code {soft: 1m, hard: 1h}}, or the word {@code standard}.
 *
 * @param freshness how old its values may get
 * @param loading what is loaded at once
 */
public record CacheSettings(Freshness.Settings freshness, Coalescer.Settings loading) {
    /** Both standards. */
    public static final CacheSettings STANDARD =
            new CacheSettings(Freshness.Settings.STANDARD, Coalescer.Settings.STANDARD);

    private static final Freshness.Settings USUAL = Freshness.Settings.STANDARD;

    /**
     * The keys {@code soft}, {@code hard}, {@code negative}, {@code jitter}, {@code early}, {@code retries} and
     * {@code loading}, each as in {@link #STANDARD} if it is left out, {@code soft} no longer than a {@code hard} that
     * is written, and {@code hard} no shorter than {@code soft}.
     */
    public static Decoder<CacheSettings> decoder() {
        return Decoders.wordOr(
                "standard", STANDARD, Decoder.of("a block such as {soft: 1m, hard: 1h}", CacheSettings::decode));
    }

    private static CacheSettings decode(Node node) {
        Block block = node.block("soft", "hard", "negative", "jitter", "early", "retries", "loading");
        Range<Duration> times = Freshness.Settings.TIME;
        Decoder<Duration> time = Decoders.duration(times);
        Duration written = block.optional("hard", time);
        Duration soft = block.optional(
                "soft",
                Decoders.duration(written == null ? times : times.to(written)),
                written == null ? USUAL.soft() : shorter(written, USUAL.soft()));
        var freshness = new Freshness.Settings(
                soft,
                written == null ? longer(soft, USUAL.hard()) : written,
                block.optional("negative", time, USUAL.negative()),
                block.optional("jitter", Decoders.share(), USUAL.jitter()),
                block.optional("early", Decoders.number(Freshness.Settings.EARLY), USUAL.early()),
                block.optional(
                        "retries",
                        Decoders.wordOr(
                                "standard",
                                Retries.STANDARD,
                                Decoder.of("a block such as {first: 1s}", CacheSettings::retries)),
                        USUAL.retries()));
        return new CacheSettings(
                freshness,
                block.optional(
                        "loading",
                        Decoder.of("a block such as {keys: 1000}", CacheSettings::loading),
                        Coalescer.Settings.STANDARD));
    }

    private static Retries retries(Node node) {
        Block block = node.block("first", "growth", "cap", "jitter");
        Retries usual = Retries.STANDARD;
        Duration first = block.optional("first", Decoders.duration(Retries.TIME), usual.first());
        return new Retries(
                first,
                block.optional("growth", Decoders.number(Retries.GROWTH), usual.growth()),
                block.optional("cap", Decoders.duration(Retries.TIME.from(first)), longer(first, usual.cap())),
                block.optional("jitter", Decoders.share(), usual.jitter()));
    }

    private static Coalescer.Settings loading(Node node) {
        Block block = node.block("keys", "waiters");
        Coalescer.Settings usual = Coalescer.Settings.STANDARD;
        return new Coalescer.Settings(
                block.optional("keys", Decoders.integer(Coalescer.Settings.KEYS), usual.keys()),
                block.optional("waiters", Decoders.integer(Coalescer.Settings.WAITERS), usual.waiters()));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    Written written() {
        return new BlockWriter()
                .time("soft", freshness.soft())
                .time("hard", freshness.hard())
                .time("negative", freshness.negative())
                .share("jitter", freshness.jitter())
                .number("early", freshness.early())
                .block("retries", freshness.retries(), CacheSettings::written)
                .block("loading", loading, CacheSettings::written)
                .written();
    }

    private static Written written(Retries retries) {
        return new BlockWriter()
                .time("first", retries.first())
                .number("growth", retries.growth())
                .time("cap", retries.cap())
                .share("jitter", retries.jitter())
                .written();
    }

    private static Written written(Coalescer.Settings loading) {
        return new BlockWriter()
                .whole("keys", loading.keys())
                .whole("waiters", loading.waiters())
                .written();
    }
}
