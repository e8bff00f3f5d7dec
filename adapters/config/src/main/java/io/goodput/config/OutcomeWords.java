package io.goodput.config;

import io.goodput.Outcome;
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
    static Decoder<List<Outcome>> list(Collection<Outcome> possible) {
        var choices = new LinkedHashMap<String, Outcome>();
        for (var outcome : possible) {
            choices.put(word(outcome), outcome);
        }
        return Decoders.listOf(Decoders.choice(choices));
    }

    /** The same, where the order does not matter. */
    static Decoder<Set<Outcome>> set(Collection<Outcome> possible) {
        Decoder<List<Outcome>> list = list(possible);
        return Decoder.of(list.expected(), node -> {
            var set = EnumSet.noneOf(Outcome.class);
            set.addAll(list.decode(node));
            return set;
        });
    }

    /** In an order that does not change from run to run, as that of a {@link Set} may. */
    static BlockWriter write(BlockWriter block, String key, Set<Outcome> outcomes) {
        return write(block, key, outcomes.stream().sorted().toList());
    }

    static BlockWriter write(BlockWriter block, String key, List<Outcome> outcomes) {
        return block.list(key, outcomes, outcome -> new Written.Text(word(outcome)));
    }

    private static String word(Outcome outcome) {
        String word = WORDS.get(outcome);
        if (word == null) {
            throw new IllegalArgumentException("outcome: " + outcome + " (expected: one of " + WORDS.keySet() + ")");
        }
        return word;
    }
}
