package io.goodput.config.policy.client;

import io.goodput.Outcome;
import io.goodput.breaker.Breaker;
import io.goodput.breaker.CircuitBreaker;
import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import java.time.Duration;
import java.util.Set;

/**
 * The block of an {@link CircuitBreaker}: {@code {threshold: 50%, calls: 100}}, or the word {@code standard}. A key
 * that is left out is as in {@link CircuitBreaker.Settings#STANDARD}, {@code min-calls} no more than {@code calls}.
 */
final class CircuitBreakerBlock {

    private static final CircuitBreaker.Settings STANDARD = CircuitBreaker.Settings.STANDARD;
    private static final Codec<Integer> CALL_COUNT = Decoders.integer(CircuitBreaker.Settings.CALLS);

    private static final Field<CircuitBreaker.Settings, Double> THRESHOLD = Field.of(
                    "threshold", Decoders.share(Breaker.Settings.SHARE), CircuitBreaker.Settings::threshold)
            .as(STANDARD)
            .about("The share of failures from which it opens");
    private static final Field<CircuitBreaker.Settings, Integer> CALLS = Field.of(
                    "calls", CALL_COUNT, CircuitBreaker.Settings::calls)
            .as(STANDARD)
            .about("Calls that are looked at");
    private static final Field<CircuitBreaker.Settings, Integer> MIN_CALLS = Field.of(
                    "min-calls", CALL_COUNT, CircuitBreaker.Settings::minCalls)
            .about("No decision on fewer: 100, or the calls");
    private static final Field<CircuitBreaker.Settings, Duration> OPEN = Field.of(
                    "open", Decoders.duration(Breaker.Settings.TIME), CircuitBreaker.Settings::open)
            .as(STANDARD)
            .about("For how long nothing is let through");
    private static final Field<CircuitBreaker.Settings, Integer> PROBES = Field.of(
                    "probes", CALL_COUNT, CircuitBreaker.Settings::probes)
            .as(STANDARD)
            .about("Calls let through after that");
    private static final Field<CircuitBreaker.Settings, Set<Outcome>> FAILURES = Field.of(
                    "failures", OutcomeWords.failures(), CircuitBreaker.Settings::failures)
            .as(STANDARD)
            .about("The outcomes that count as bad");

    static final Codec<CircuitBreaker.Settings> CODEC = Decoders.wordOr(
            "standard",
            STANDARD,
            BlockCodec.of(
                    "a block such as {calls: 100}",
                    CircuitBreakerBlock::decode,
                    THRESHOLD,
                    CALLS,
                    MIN_CALLS,
                    OPEN,
                    PROBES,
                    FAILURES));

    private CircuitBreakerBlock() {}

    private static CircuitBreaker.Settings decode(Block block) {
        int calls = block.get(CALLS);
        return new CircuitBreaker.Settings(
                block.get(THRESHOLD),
                calls,
                block.get(MIN_CALLS
                        .within(Decoders.integer(CircuitBreaker.Settings.CALLS.to(calls)))
                        .otherwise(Math.min(calls, STANDARD.minCalls()))),
                block.get(OPEN),
                block.get(PROBES),
                block.get(FAILURES));
    }
}
