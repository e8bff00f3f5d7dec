package io.goodput.config.policy.client;

import io.goodput.breaker.CircuitBreaker;
import io.goodput.breaker.KeyedBreaker;
import io.goodput.breaker.ProportionalBreaker;
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

/**
 * The settings of a {@link KeyedBreaker}: the block of a proportional breaker, {@code {threshold: 50%, window: 1s}},
 * the word {@code standard}, or another kind by its name, {@code {on-off: {calls: 100}}}.
 */
final class BreakerBlock {
    private static final KeyedBreaker.Settings STANDARD = KeyedBreaker.Settings.STANDARD;
    private static final Field<KeyedBreaker.Settings, Integer> KEYS = Field.of(
                    "keys", Decoders.integer(KeyedStates.KEYS), KeyedBreaker.Settings::keys)
            .as(STANDARD)
            .about("The most keys that have a breaker at a time");
    private static final Field<KeyedBreaker.Settings, CircuitBreaker.Settings> ON_OFF = Field.of(
                    "on-off",
                    CircuitBreakerBlock.CODEC,
                    (KeyedBreaker.Settings settings) ->
                            settings.each() instanceof CircuitBreaker.Settings circuit ? circuit : null)
            .about("The classic breaker instead: all or nothing");
    private static final Keys PROPORTIONAL = Keys.of(ProportionalBlock.FIELDS.toArray(Key<?>[]::new));

    /**
     * The keys {@code keys} (default 1,000) and either {@code on-off} or those of a proportional breaker, each of which
     * is as in {@link KeyedBreaker.Settings#STANDARD} if it is left out.
     */
    static final Codec<KeyedBreaker.Settings> CODEC = Decoders.wordOr(
            "standard",
            STANDARD,
            Codec.of(
                    Decoder.of(
                            "a block such as {threshold: 50%}",
                            JsonSchema.anyOf(
                                    PROPORTIONAL.and(Keys.of(KEYS)).schema(),
                                    Keys.of(ON_OFF.required(), KEYS).schema()),
                            BreakerBlock::decode),
                    BreakerBlock::written));

    private BreakerBlock() {}

    private static KeyedBreaker.Settings decode(Node node) {
        boolean isOnOff = node.entries().containsKey(ON_OFF.name());
        Keys both = Keys.of(ON_OFF, KEYS);
        Keys keys = isOnOff ? both : PROPORTIONAL.and(both);
        return keys.read(
                node,
                block -> new KeyedBreaker.Settings(
                        isOnOff ? block.get(ON_OFF) : ProportionalBlock.decode(block), block.get(KEYS)));
    }

    private static Written written(KeyedBreaker.Settings settings) {
        Written.Entries keys = BlockCodec.write(List.of(ON_OFF, KEYS), settings);
        return settings.each() instanceof ProportionalBreaker.Settings proportional
                ? BlockCodec.write(ProportionalBlock.FIELDS, proportional).and(keys)
                : keys;
    }
}
