package io.goodput.config.language;

import io.goodput.config.problem.ConfigException;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a node holds. */
sealed interface NodeContent {

    /** How a message calls it. */
    String kind();

    /**
     * One value, as it was written, but for its variables.
     *
     * @param problem what is wrong with these, for whoever asks for the text; null if nothing is
     */
    record Scalar(
            String text,
            boolean quoted,
            VariablesUsed variables,
            @Nullable ConfigException problem) implements NodeContent {
        private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

        Scalar(String text, boolean quoted, VariablesUsed variables) {
            this(text, quoted, variables, null);
        }

        boolean isNull() {
            return !quoted && NULLS.contains(text);
        }

        /** A message about it, for one who may not see what the environment says. */
        String refusal(String message) {
            return variables.set().isEmpty() ? message : variables.refusal(text.isEmpty(), message);
        }

        @Override
        public String kind() {
            return isNull() ? "nothing" : "a single value";
        }
    }

    /** A list, in file order. */
    record Items(List<Node> nodes) implements NodeContent {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A block of keys, in file order. */
    record Entries(SequencedMap<String, Node> nodes) implements NodeContent {
        @Override
        public String kind() {
            return "a block of keys";
        }
    }
}
