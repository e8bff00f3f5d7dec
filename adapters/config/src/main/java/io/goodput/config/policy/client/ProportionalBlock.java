package io.goodput.config.policy.client;

import io.goodput.Outcome;
import io.goodput.breaker.Breaker;
import io.goodput.breaker.ProportionalBreaker;
import io.goodput.config.language.Block;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Field;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The keys of a {@link ProportionalBreaker}. One that is left out is as in its settings' standard. */
final class ProportionalBlock {
    private static final ProportionalBreaker.Settings STANDARD = ProportionalBreaker.Settings.STANDARD;
    private static final Codec<Double> BELOW_ONE = Decoders.share(ProportionalBreaker.Settings.BELOW_ONE);
    private static final Codec<Double> UP_TO_ONE = Decoders.share(Breaker.Settings.SHARE);
    private static final Codec<Duration> TIME = Decoders.duration(Breaker.Settings.TIME);

    private static final Field<ProportionalBreaker.Settings, Double> THRESHOLD = Field.of(
                    "threshold", BELOW_ONE, ProportionalBreaker.Settings::threshold)
            .as(STANDARD)
            .about("The share of failures above which less is let through");
    private static final Field<ProportionalBreaker.Settings, Duration> WINDOW = Field.of(
                    "window", TIME, ProportionalBreaker.Settings::window)
            .as(STANDARD)
            .about("One decision in it");
    private static final Field<ProportionalBreaker.Settings, Integer> MIN_CALLS = Field.of(
                    "min-calls",
                    Decoders.integer(ProportionalBreaker.Settings.MIN_CALLS),
                    ProportionalBreaker.Settings::minCalls)
            .as(STANDARD)
            .about("No decision on fewer");
    private static final Field<ProportionalBreaker.Settings, Double> DECREASE = Field.of(
                    "decrease", BELOW_ONE, ProportionalBreaker.Settings::decrease)
            .as(STANDARD)
            .about("What the share let through is multiplied by");
    private static final Field<ProportionalBreaker.Settings, Double> INCREASE = Field.of(
                    "increase", UP_TO_ONE, ProportionalBreaker.Settings::increase)
            .as(STANDARD)
            .about("What is added to the share let through");
    private static final Field<ProportionalBreaker.Settings, Double> MIN_ADMITTED = Field.of(
                    "min-admitted", UP_TO_ONE, ProportionalBreaker.Settings::minAdmitted)
            .as(STANDARD)
            .about("The share that is always let through");
    private static final Field<ProportionalBreaker.Settings, Duration> PROBE_EVERY = Field.of(
                    "probe-every", TIME, ProportionalBreaker.Settings::probeEvery)
            .as(STANDARD)
            .about("A call is let through at least so often");
    private static final Field<ProportionalBreaker.Settings, Set<Outcome>> FAILURES = Field.of(
                    "failures", OutcomeWords.failures(), ProportionalBreaker.Settings::failures)
            .as(STANDARD)
            .about("The outcomes that count as bad");

    static final List<Field<ProportionalBreaker.Settings, ?>> FIELDS =
            List.of(THRESHOLD, WINDOW, MIN_CALLS, DECREASE, INCREASE, MIN_ADMITTED, PROBE_EVERY, FAILURES);

    private ProportionalBlock() {}

    static ProportionalBreaker.Settings decode(Block block) {
        return new ProportionalBreaker.Settings(
                block.get(THRESHOLD),
                block.get(WINDOW),
                block.get(MIN_CALLS),
                block.get(DECREASE),
                block.get(INCREASE),
                block.get(MIN_ADMITTED),
                block.get(PROBE_EVERY),
                block.get(FAILURES));
    }
}
