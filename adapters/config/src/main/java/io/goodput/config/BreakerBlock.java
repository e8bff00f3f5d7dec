package io.goodput.config;

import io.goodput.breaker.CircuitBreaker;
import io.goodput.breaker.KeyedBreaker;
import io.goodput.breaker.KeyedBreaker.Settings;
import io.goodput.breaker.ProportionalBreaker;
import io.goodput.keyed.KeyedStates;

/**
 * The settings of a {@link KeyedBreaker}: the block of a proportional breaker, {@code {threshold: 50%, window: 1s}},
 * the word {@code standard}, or another kind by its name, {@code {on-off: {calls: 100}}}.
 */
final class BreakerBlock {
    private static final Settings STANDARD = Settings.STANDARD;
    private static final String ON_OFF = "on-off";

    private BreakerBlock() {}

    /**
     * The keys {@code keys} (default 1,000) and either {@code on-off} or those of a proportional breaker, each of which
     * is as in {@link Settings#STANDARD} if it is left out.
     */
    static Decoder<Settings> decoder() {
        return Decoders.wordOr(
                "standard", STANDARD, Decoder.of("a block such as {threshold: 50%}", BreakerBlock::decode));
    }

    private static Settings decode(Node node) {
        boolean onOff = node.entries().containsKey(ON_OFF);
        Block block = onOff ? node.block(ON_OFF, "keys") : node.block(ProportionalBlock.keysAnd(ON_OFF, "keys"));
        return new Settings(
                onOff ? block.required(ON_OFF, CircuitBreakerBlock.decoder()) : ProportionalBlock.decode(block),
                block.optional("keys", Decoders.integer(KeyedStates.KEYS), STANDARD.keys()));
    }

    static Written written(Settings settings) {
        return switch (settings.each()) {
            case ProportionalBreaker.Settings proportional ->
                ProportionalBlock.write(proportional)
                        .whole("keys", settings.keys())
                        .written();
            case CircuitBreaker.Settings circuit ->
                new BlockWriter()
                        .block(ON_OFF, circuit, CircuitBreakerBlock::written)
                        .whole("keys", settings.keys())
                        .written();
        };
    }
}
