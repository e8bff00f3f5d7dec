package io.goodput.config.language;

import io.goodput.config.schema.JsonSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/** The keys that a block may have, in the order in which they are told. */
public final class Keys {
    private final List<Key<?>> keys;

    private Keys(List<Key<?>> keys) {
        this.keys = keys;
    }

    /** These keys. */
    public static Keys of(Key<?>... keys) {
        return new Keys(List.of(keys));
    }

    /** These and others. */
    public Keys and(Keys others) {
        var all = new ArrayList<>(keys);
        all.addAll(others.keys);
        return new Keys(List.copyOf(all));
    }

    /**
     * A node as a block of these keys.
     *
     * @throws io.goodput.config.problem.ConfigException if it is no block, or has another key
     */
    public Block in(Node node) {
        return new Block(node, node.entries(), this);
    }

    /** Each of them. */
    public List<Key<?>> all() {
        return keys;
    }

    /** How the keys are written. */
    public List<String> names() {
        return keys.stream().map(Key::name).toList();
    }

    /** A block of these keys and no others. */
    public JsonSchema schema() {
        var properties = new LinkedHashMap<String, JsonSchema>();
        keys.forEach(key -> properties.put(key.name(), key.schema()));
        return JsonSchema.block(
                properties, keys.stream().filter(Key::isRequired).map(Key::name).toList());
    }

    /**
     * A decoder of such blocks.
     *
     * @param expected what a node should be, for a message: "a block such as {attempts: 3}"
     */
    public <T> Decoder<T> decoder(String expected, Function<Block, T> decode) {
        return Decoder.of(expected, schema(), node -> decode.apply(in(node)));
    }
}
