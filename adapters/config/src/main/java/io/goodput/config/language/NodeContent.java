package io.goodput.config.language;

import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/** What a node holds. */
sealed interface NodeContent {

    /** How a message calls it. */
    String kind();

    /** One value, as it was written. */
    record Scalar(String text, boolean quoted) implements NodeContent {
        private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

        boolean isNull() {
            return !quoted && NULLS.contains(text);
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
