package io.goodput.config.policy.client;

import io.goodput.Outcome;
import io.goodput.breaker.Breaker;
import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.problem.Expectation;
import io.goodput.config.write.Written;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The outcomes that settings speak of, by their words: {@code [transient, throttled, timeout, permanent]}. */
final class OutcomeWords {
    private static final Map<Outcome, String> WORDS = Map.of(
            Outcome.TRANSIENT_FAILURE, "transient",
            Outcome.THROTTLED, "throttled",
            Outcome.TIMEOUT, "timeout",
            Outcome.PERMANENT_FAILURE, "permanent");

    private OutcomeWords() {}

    /** A list of some of these outcomes, in file order. */
    static Codec<List<Outcome>> list(Collection<Outcome> possible) {
        var choices = new LinkedHashMap<String, Outcome>();
        for (var outcome : possible) {
            choices.put(word(outcome), outcome);
        }
        return Decoders.listOf(Codec.of(Decoders.choice(choices), outcome -> new Written.Text(word(outcome))));
    }

    /** The same, where the order does not matter; written in one that does not change from run to run. */
    static Codec<Set<Outcome>> set(Collection<Outcome> possible) {
        Codec<List<Outcome>> list = list(possible);
        Decoder<Set<Outcome>> set = Decoder.of(list.expected(), list.schema(), node -> {
            var outcomes = EnumSet.noneOf(Outcome.class);
            outcomes.addAll(list.decode(node));
            return outcomes;
        });
        return Codec.of(set, outcomes -> list.write(outcomes.stream().sorted().toList()));
    }

    /** All that may count as a failure. */
    static Codec<Set<Outcome>> failures() {
        return set(Breaker.Settings.POSSIBLE_FAILURES);
    }

    private static String word(Outcome outcome) {
        String word = WORDS.get(outcome);
        if (word == null) {
            throw new Expectation("one of " + WORDS.keySet()).unmet(outcome.name(), "has no word");
        }
        return word;
    }
}
