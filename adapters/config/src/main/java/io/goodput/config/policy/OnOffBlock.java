package io.goodput.config.policy;

import io.goodput.Outcome;
import io.goodput.breaker.OnOffBreaker;
import io.goodput.config.language.Block;
import io.goodput.config.language.BlockCodec;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import java.time.Duration;
import java.util.Set;

/**
 * The block of an {@link OnOffBreaker}: {@code {threshold: 50%, calls: 100}}, or the word {@code standard}. A key that
 * is left out is as in {@link OnOffBreaker.Settings#STANDARD}, {@code min-calls} no more than {@code calls}.
 */
final class OnOffBlock {
    /** The least share that is written; less is never reached. */
    static final double LEAST_SHARE = 1e-6;

    static final Duration SHORTEST = Duration.ofMillis(1);
    static final Duration LONGEST = Duration.ofDays(1);

    private static final OnOffBreaker.Settings STANDARD = OnOffBreaker.Settings.STANDARD;
    private static final Codec<Integer> CALL_COUNT = Decoders.integer(1, 100_000);

    private static final Field<OnOffBreaker.Settings, Double> THRESHOLD = Field.of(
                    "threshold", Decoders.share(LEAST_SHARE, 1), OnOffBreaker.Settings::threshold)
            .as(STANDARD)
            .about("The share of failures from which it opens");
    private static final Field<OnOffBreaker.Settings, Integer> CALLS = Field.of(
                    "calls", CALL_COUNT, OnOffBreaker.Settings::calls)
            .as(STANDARD)
            .about("Calls that are looked at");
    private static final Field<OnOffBreaker.Settings, Integer> MIN_CALLS = Field.of(
                    "min-calls", CALL_COUNT, OnOffBreaker.Settings::minCalls)
            .about("No decision on fewer: 100, or the calls");
    private static final Field<OnOffBreaker.Settings, Duration> OPEN = Field.of(
                    "open", Decoders.duration(SHORTEST, LONGEST), OnOffBreaker.Settings::open)
            .as(STANDARD)
            .about("For how long nothing is let through");
    private static final Field<OnOffBreaker.Settings, Integer> PROBES = Field.of(
                    "probes", CALL_COUNT, OnOffBreaker.Settings::probes)
            .as(STANDARD)
            .about("Calls let through after that");
    private static final Field<OnOffBreaker.Settings, Set<Outcome>> FAILURES = Field.of(
                    "failures", OutcomeWords.failures(), OnOffBreaker.Settings::failures)
            .as(STANDARD)
            .about("The outcomes that count as bad");

    static final Codec<OnOffBreaker.Settings> CODEC = Decoders.wordOr(
            "standard",
            STANDARD,
            BlockCodec.of(
                    "a block such as {calls: 100}",
                    OnOffBlock::decode,
                    THRESHOLD,
                    CALLS,
                    MIN_CALLS,
                    OPEN,
                    PROBES,
                    FAILURES));

    private OnOffBlock() {}

    private static OnOffBreaker.Settings decode(Block block) {
        int calls = block.get(CALLS);
        return new OnOffBreaker.Settings(
                block.get(THRESHOLD),
                calls,
                block.get(MIN_CALLS.within(Decoders.integer(1, calls)).otherwise(Math.min(calls, STANDARD.minCalls()))),
                block.get(OPEN),
                block.get(PROBES),
                block.get(FAILURES));
    }
}
