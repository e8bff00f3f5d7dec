package io.goodput.config;

import io.goodput.breaker.CircuitBreaker;
import io.goodput.breaker.CircuitBreaker.Settings;

/**
 * The block of an {@link CircuitBreaker}: {@code {threshold: 50%, calls: 100}}, or the word {@code standard}. A key
 * that is left out is as in {@link Settings#STANDARD}, {@code min-calls} no more than {@code calls}.
 */
final class CircuitBreakerBlock {

    private static final Settings STANDARD = Settings.STANDARD;

    private CircuitBreakerBlock() {}

    static Decoder<Settings> decoder() {
        return Decoders.wordOr(
                "standard", STANDARD, Decoder.of("a block such as {calls: 100}", CircuitBreakerBlock::decode));
    }

    private static Settings decode(Node node) {
        Block block = node.block("threshold", "calls", "min-calls", "open", "probes", "failures");
        int calls = block.optional("calls", Decoders.integer(Settings.CALLS), STANDARD.calls());
        return new Settings(
                block.optional("threshold", Decoders.share(Settings.SHARE), STANDARD.threshold()),
                calls,
                block.optional(
                        "min-calls", Decoders.integer(Settings.CALLS.to(calls)), Math.min(calls, STANDARD.minCalls())),
                block.optional("open", Decoders.duration(Settings.TIME), STANDARD.open()),
                block.optional("probes", Decoders.integer(Settings.CALLS), STANDARD.probes()),
                block.optional("failures", ProportionalBlock.failures(), STANDARD.failures()));
    }

    static Written written(Settings settings) {
        var block = new BlockWriter()
                .share("threshold", settings.threshold())
                .whole("calls", settings.calls())
                .whole("min-calls", settings.minCalls())
                .time("open", settings.open())
                .whole("probes", settings.probes());
        return OutcomeWords.write(block, "failures", settings.failures()).written();
    }
}
