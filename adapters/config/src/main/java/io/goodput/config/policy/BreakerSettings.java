package io.goodput.config.policy;

import io.goodput.breaker.Breaker;
import io.goodput.breaker.KeyedBreaker;
import io.goodput.breaker.OnOffBreaker;
import io.goodput.breaker.ProportionalBreaker;
import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import io.goodput.config.language.Key;
import io.goodput.config.language.Keys;
import io.goodput.config.language.Node;
import io.goodput.config.schema.JsonSchema;
import io.goodput.config.write.Written;
import io.goodput.keyed.KeyedStates;
import java.util.List;
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

    private static final Field<BreakerSettings, Integer> KEYS = Field.of(
                    "keys", Decoders.integer(1, KeyedStates.MOST_KEYS), BreakerSettings::keys)
            .as(STANDARD)
            .about("The most keys that have a breaker at a time");
    private static final Field<BreakerSettings, OnOffBreaker.Settings> ON_OFF = Field.of(
                    "on-off",
                    OnOffBlock.CODEC,
                    (BreakerSettings settings) -> settings.each instanceof OnOffBreaker.Settings onOff ? onOff : null)
            .about("The classic breaker instead: all or nothing");
    private static final Keys PROPORTIONAL = Keys.of(ProportionalBlock.FIELDS.toArray(Key<?>[]::new));

    /**
     * The keys {@code keys} (default 1,000) and either {@code on-off} or those of a proportional breaker, each of which
     * is as in {@link #STANDARD} if it is left out.
     */
    public static final Codec<BreakerSettings> CODEC = Decoders.wordOr(
            "standard",
            STANDARD,
            Codec.of(
                    Decoder.of(
                            "a block such as {threshold: 50%}",
                            JsonSchema.anyOf(
                                    PROPORTIONAL.and(Keys.of(KEYS)).schema(),
                                    Keys.of(ON_OFF.required(), KEYS).schema()),
                            BreakerSettings::decode),
                    BreakerSettings::written));

    /** Refuses a number of keys that cannot be kept. */
    public BreakerSettings {
        if (keys < 1 || keys > KeyedStates.MOST_KEYS) {
            throw new IllegalArgumentException("keys: " + keys + " (expected: 1 to " + KeyedStates.MOST_KEYS + ")");
        }
    }

    private static BreakerSettings decode(Node node) {
        boolean isOnOff = node.entries().containsKey(ON_OFF.name());
        Keys both = Keys.of(ON_OFF, KEYS);
        Block block = (isOnOff ? both : PROPORTIONAL.and(both)).in(node);
        return new BreakerSettings(isOnOff ? block.get(ON_OFF) : ProportionalBlock.decode(block), block.get(KEYS));
    }

    private static Written written(BreakerSettings settings) {
        Written.Entries keys = BlockCodec.write(List.of(ON_OFF, KEYS), settings);
        return settings.each instanceof ProportionalBreaker.Settings proportional
                ? BlockCodec.write(ProportionalBlock.FIELDS, proportional).and(keys)
                : keys;
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
