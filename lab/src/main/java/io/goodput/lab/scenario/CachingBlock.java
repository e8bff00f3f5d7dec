package io.goodput.lab.scenario;

import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Key;
import io.goodput.config.language.Keys;
import io.goodput.config.language.Node;
import io.goodput.config.policy.cache.CacheSettings;
import io.goodput.config.schema.JsonSchema;
import io.goodput.lab.model.Caching;
import io.goodput.lab.model.Caching.Start;

/**
 * The {@code cache} of a dependency, one for each calling process: {@code {keys: 1000, skew: 0.9, entries: {soft: 1m},
 * coalesce: true, start: warm}}. {@code keys} is required; {@code skew} (Zipf's exponent) is 0, {@code entries}, the
 * block of an application's cache, is {@code standard}, {@code coalesce} is true and {@code start} is {@code cold}
 * unless they are written. Or {@code {hits: 95%}} for a fixed share of hits.
 */
final class CachingBlock {
    private static final int MOST_KEYS = 100_000;
    private static final double MOST_SKEW = 10;

    private static final Key<Double> HITS = Key.of("hits", Decoders.share()).about("A fixed share of hits");
    private static final Key<Integer> KEYS =
            Key.of("keys", Decoders.integer(1, MOST_KEYS)).about("That there are");
    private static final Key<Double> SKEW =
            Key.of("skew", Decoders.number(0, MOST_SKEW)).otherwise(0.0).about("Zipf's exponent");
    private static final Key<CacheSettings> ENTRIES =
            Key.of("entries", CacheSettings.CODEC).otherwise(CacheSettings.STANDARD);
    private static final Key<Boolean> COALESCE =
            Key.of("coalesce", Decoders.bool()).otherwise(true);
    private static final Key<Start> START =
            Key.of("start", Decoders.choice(Start.class)).otherwise(Start.COLD);
    private static final Keys KEPT = Keys.of(KEYS, SKEW, ENTRIES, COALESCE, START);

    static final Decoder<Caching> DECODER = Decoder.of(
            "a cache such as {keys: 1000, entries: {soft: 1m}} or {hits: 95%}",
            JsonSchema.anyOf(
                    Keys.of(KEYS.required(), SKEW, ENTRIES, COALESCE, START).schema(),
                    Keys.of(HITS.required()).schema()),
            CachingBlock::decode);

    private CachingBlock() {}

    private static Caching decode(Node node) {
        return Keys.of(HITS).and(KEPT).read(node, CachingBlock::decode);
    }

    private static Caching decode(Block block) {
        Double hits = block.find(HITS);
        if (hits != null) {
            refuseKept(block);
            return new Caching.Hits(hits);
        }
        return new Caching.Kept(
                block.get(ENTRIES),
                new Caching.Popularity(block.get(KEYS), block.get(SKEW)),
                block.get(COALESCE),
                block.get(START));
    }

    private static void refuseKept(Block block) {
        Node value = block.firstOf(KEPT);
        if (value != null) {
            throw value.error("beside hits (expected: a fixed share of hits, or keys that are kept)");
        }
    }
}
