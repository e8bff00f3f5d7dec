package io.goodput.lab.scenario;

import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Node;
import io.goodput.config.policy.CacheSettings;
import io.goodput.lab.model.Caching;
import io.goodput.lab.model.Caching.Start;
import java.util.List;

/**
 * The {@code cache} of a dependency, one for each calling process: {@code {keys: 1000, skew: 0.9, entries: {soft: 1m},
 * coalesce: true, start: warm}}. {@code keys} is required; {@code skew} (Zipf's exponent) is 0, {@code entries}, the
 * block of an application's cache, is {@code standard}, {@code coalesce} is true and {@code start} is {@code cold}
 * unless they are written. Or {@code {hits: 95%}} for a fixed share of hits.
 */
final class CachingBlock {
    private static final int MOST_KEYS = 100_000;
    private static final double MOST_SKEW = 10;
    private static final List<String> KEPT = List.of("keys", "skew", "entries", "coalesce", "start");

    private CachingBlock() {}

    static Decoder<Caching> decoder() {
        return Decoder.of("a cache such as {keys: 1000, entries: {soft: 1m}} or {hits: 95%}", CachingBlock::decode);
    }

    private static Caching decode(Node node) {
        Block block = node.block("hits", "keys", "skew", "entries", "coalesce", "start");
        Double hits = block.optional("hits", Decoders.share());
        if (hits != null) {
            refuseKept(block);
            return new Caching.Hits(hits);
        }
        return new Caching.Kept(
                block.optional("entries", CacheSettings.CODEC, CacheSettings.STANDARD),
                new Caching.Popularity(
                        block.required("keys", Decoders.integer(1, MOST_KEYS)),
                        block.optional("skew", Decoders.number(0, MOST_SKEW), 0.0)),
                block.optional("coalesce", Decoders.bool(), true),
                block.optional("start", Decoders.choice(Start.class), Start.COLD));
    }

    private static void refuseKept(Block block) {
        for (String key : KEPT) {
            Node value = block.optional(key);
            if (value != null) {
                throw value.error("beside hits (expected: a fixed share of hits, or keys that are kept)");
            }
        }
    }
}
