package io.goodput.config.language;

import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/** What a node holds. */
sealed interface NodeContent {

    /** How a message calls it. */
    String kind();

    /** One value, as it was written, but for its variables. */
    record Scalar(String text, boolean quoted, VariablesUsed variables) implements NodeContent {
        private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

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
