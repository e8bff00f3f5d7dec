package io.goodput.config.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Settings as they are written in a file, as YAML or as JSON: what a decoder reads, the other way round. */
public sealed interface Written {

    /** A number, {@code true} or {@code false}: the same in YAML and in JSON. */
    record Literal(String text) implements Written {}

    /** A word, a name, or a quantity with its unit. */
    record Text(String text) implements Written {}

    /** A list, in its order. */
    record Items(List<Written> values) implements Written {}

    /** A block of keys, in their order. */
    record Entries(SequencedMap<String, Written> values) implements Written {

        /** These, and the others after them. */
        public Entries and(Entries others) {
            var both = new LinkedHashMap<>(values);
            both.putAll(others.values);
            return new Entries(both);
        }
    }
}
