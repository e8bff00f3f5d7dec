package io.goodput.config.language;

import io.goodput.config.problem.ConfigException;
import io.goodput.config.problem.NearestName;
import io.goodput.config.problem.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A block with a known set of keys. Any other key was refused when the block was made.
 *
 * <p>When something in it is refused, so is, in the same exception, whatever else is wrong with it: see
 * {@link Keys#read}.
 */
public final class Block {
    private final Node node;
    private final SequencedMap<String, Node> entries;
    private final Keys keys;
    private final TreeSet<String> known;
    private final Set<String> decoded = new HashSet<>();

    Block(Node node, SequencedMap<String, Node> entries, Keys keys) {
        this.node = node;
        this.entries = entries;
        this.keys = keys;
        this.known = new TreeSet<>(keys.names());
    }

    /** Refuses all keys that are not known. */
    void refuseUnknown() {
        var problems = new Problems();
        reportUnknown(problems);
        problems.refuse();
    }

    private void reportUnknown(Problems problems) {
        entries.forEach((key, value) -> {
            if (!known.contains(key)) {
                problems.add(unknown(key, value));
            }
        });
    }

    /** What the block comes to, or all that is wrong with it. */
    <T> T read(Function<Block, T> decode) {
        var problems = new Problems();
        reportUnknown(problems);
        if (problems.isEmpty()) {
            try {
                return node.as(Decoder.of("", _ -> decode.apply(this)));
            } catch (ConfigException refusal) {
                problems.add(refusal);
            }
        } else {
            // A key that is misspelt is not missing as well.
            entries.keySet().forEach(key -> decoded.addAll(nearest(key)));
        }
        reportOthers(problems);
        throw problems.refusal();
    }

    /** What the decoder of the block did not get to see, each key by itself. */
    private void reportOthers(Problems problems) {
        for (Key<?> key : keys.all()) {
            if (decoded.add(key.name())) {
                problems.check(() -> key.check(this));
            }
        }
    }

    private List<String> nearest(String key) {
        String nearest = known.contains(key) ? null : NearestName.of(key, known);
        return nearest == null || entries.containsKey(nearest) ? List.of() : List.of(nearest);
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
        decoded.add(key.name());
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
            decoded.add(key.name());
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
