package io.goodput.config.language;

import io.goodput.config.problem.ConfigException;
import io.goodput.config.problem.NearestName;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A block with a known set of keys. Any other key was refused when the block was made. */
public final class Block {
    private final Node node;
    private final SequencedMap<String, Node> entries;
    private final TreeSet<String> known;

    Block(Node node, SequencedMap<String, Node> entries, Keys keys) {
        this.node = node;
        this.entries = entries;
        this.known = new TreeSet<>(keys.names());
        entries.forEach((key, value) -> {
            if (!known.contains(key)) {
                throw unknown(key, value);
            }
        });
    }

    /**
     * The value of a key, or what it stands for if it is not there.
     *
     * @throws ConfigException if its value is refused, or if it is missing and stands for nothing then
     */
    public <T> T get(Key<T> key) {
        T value = find(key);
        if (value == null) {
            throw missing(key.name(), " (expected: " + key.decoder().expected() + ")");
        }
        return value;
    }

    /**
     * The value of a key, or what it stands for if it is not there, which may be nothing: null. A key with nothing
     * behind it is not taken for absent.
     *
     * @throws ConfigException if its value is refused
     */
    public <T> @Nullable T find(Key<T> key) {
        Node value = node(key);
        return value == null ? key.value() : value.as(key.decoder());
    }

    /** The node of a key, or null if the key is not there. */
    public @Nullable Node node(Key<?> key) {
        return node(key.name());
    }

    /**
     * The node of a key that must be there.
     *
     * @throws ConfigException if the key is missing
     */
    public Node required(Key<?> key) {
        Node value = node(key);
        if (value == null) {
            throw missing(key.name(), "");
        }
        return value;
    }

    /** The node of the first of these keys that is there, or null if none is. */
    public @Nullable Node firstOf(Keys others) {
        for (String key : others.names()) {
            Node value = node(key);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private @Nullable Node node(String key) {
        // Not an IllegalArgumentException: the fault is the program's, and must not be shown as the file's.
        if (!known.contains(key)) {
            throw new IllegalStateException("key " + key + " is not among the keys of this block: " + known);
        }
        return entries.get(key);
    }

    /** The block itself, to report an error that concerns several of its keys. */
    public Node node() {
        return node;
    }

    private ConfigException unknown(String key, Node value) {
        var nearest = NearestName.of(key, known);
        var question = nearest == null ? "" : "did you mean " + nearest + "? ";
        // What {latency: normal(10ms, 2ms)} comes apart into.
        if (key.contains(")")) {
            question = "a value with a comma inside { } must be in quotes; ";
        }
        return value.keyError("unknown key (" + question + "known keys: " + String.join(", ", known) + ")");
    }

    private ConfigException missing(String key, String expected) {
        return node.keyError("missing key " + key + expected);
    }
}
