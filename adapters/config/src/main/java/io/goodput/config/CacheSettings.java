package io.goodput.config;

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
    private static final Duration LONGEST = Duration.ofDays(365);
    private static final double MOST_EARLY = 1_000;

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
        Decoder<Duration> time = Decoders.duration(Duration.ZERO, LONGEST);
        Duration written = block.optional("hard", time);
        Duration soft = block.optional(
                "soft",
                Decoders.duration(Duration.ZERO, written == null ? LONGEST : written),
                written == null ? USUAL.soft() : shorter(written, USUAL.soft()));
        var freshness = new Freshness.Settings(
                soft,
                written == null ? longer(soft, USUAL.hard()) : written,
                block.optional("negative", time, USUAL.negative()),
                block.optional("jitter", Decoders.share(), USUAL.jitter()),
                block.optional("early", Decoders.number(0, MOST_EARLY), USUAL.early()),
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
        Duration first = block.optional("first", Decoders.duration(Duration.ofNanos(1), LONGEST), usual.first());
        return new Retries(
                first,
                block.optional("growth", Decoders.number(1, 10), usual.growth()),
                block.optional("cap", Decoders.duration(first, LONGEST), longer(first, usual.cap())),
                block.optional("jitter", Decoders.share(), usual.jitter()));
    }

    private static Coalescer.Settings loading(Node node) {
        Block block = node.block("keys", "waiters");
        Coalescer.Settings usual = Coalescer.Settings.STANDARD;
        return new Coalescer.Settings(
                block.optional("keys", Decoders.integer(1, 1_000_000), usual.keys()),
                block.optional("waiters", Decoders.integer(0, 1_000_000), usual.waiters()));
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
