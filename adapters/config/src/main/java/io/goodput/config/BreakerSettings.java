package io.goodput.config;

import io.goodput.breaker.Breaker;
import io.goodput.breaker.KeyedBreaker;
import io.goodput.breaker.OnOffBreaker;
import io.goodput.breaker.ProportionalBreaker;
import io.goodput.keyed.KeyedStates;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a {@link KeyedBreaker}: the block of a proportional breaker, {@code {threshold: 50%, window: 1s}},
 * the word {@code standard}, or another kind by its name, {@code {on-off: {calls: 100}}}.
 *
 * @param each how the breaker of a key decides
 * @param keys the most keys that have a breaker at a time
 */
public record BreakerSettings(Breaker.Settings each, int keys) {
    /** {@link ProportionalBreaker.Settings#STANDARD} for each of {@link KeyedBreaker#STANDARD_KEYS}. */
    public static final BreakerSettings STANDARD =
            new BreakerSettings(ProportionalBreaker.Settings.STANDARD, KeyedBreaker.STANDARD_KEYS);

    private static final String ON_OFF = "on-off";

    /** Refuses a number of keys that cannot be kept. */
    public BreakerSettings {
        KeyedStates.KEYS.check("keys", keys);
    }

    /**
     * The keys {@code keys} (default 1,000) and either {@code on-off} or those of a proportional breaker, each of which
     * is as in {@link #STANDARD} if it is left out.
     */
    public static Decoder<BreakerSettings> decoder() {
        return Decoders.wordOr(
                "standard", STANDARD, Decoder.of("a block such as {threshold: 50%}", BreakerSettings::decode));
    }

    private static BreakerSettings decode(Node node) {
        boolean onOff = node.entries().containsKey(ON_OFF);
        Block block = onOff ? node.block(ON_OFF, "keys") : node.block(ProportionalBlock.keysAnd(ON_OFF, "keys"));
        return new BreakerSettings(
                onOff ? block.required(ON_OFF, OnOffBlock.decoder()) : ProportionalBlock.decode(block),
                block.optional("keys", Decoders.integer(KeyedStates.KEYS), STANDARD.keys));
    }

    Written written() {
        return switch (each) {
            case ProportionalBreaker.Settings proportional ->
                ProportionalBlock.write(proportional).whole("keys", keys).written();
            case OnOffBreaker.Settings onOff ->
                new BlockWriter()
                        .block(ON_OFF, onOff, OnOffBlock::written)
                        .whole("keys", keys)
                        .written();
        };
    }

    /** Breakers that let everything through. */
    public KeyedBreaker newBreaker() {
        return new KeyedBreaker(each, keys);
    }

    /** The breakers changed to these settings, with what they know. */
    KeyedBreaker after(@Nullable KeyedBreaker before) {
        if (before == null) {
            return newBreaker();
        }
        before.changeMaxKeys(keys);
        before.change(each);
        return before;
    }
}
