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
     * @throws io.goodput.config.problem.ConfigException if it is no block, or has other keys
     */
    public Block in(Node node) {
        var block = new Block(node, node.entries(), this);
        block.refuseUnknown();
        return block;
    }

    /**
     * What a block of these keys comes to.
     *
     * @param decode is called unless there are other keys; it may stop at the first value that is refused, for what it
     *     did not ask for is then looked at key by key
     * @throws io.goodput.config.problem.ConfigException with all that is wrong, if it is no block, has other keys, or
     *     values that are refused
     */
    public <T> T read(Node node, Function<Block, T> decode) {
        return new Block(node, node.entries(), this).read(decode);
    }

    /** Each of them. */
    public List<Key<?>> all() {
        return keys;
    }

    /** The same keys, with anything behind them: of a block that is only a part until another is laid over it. */
    public Keys ofAnything() {
        Decoder<Node> anything = Decoder.of("anything", node -> node);
        return new Keys(
                keys.stream().<Key<?>>map(key -> Key.of(key.name(), anything)).toList());
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
        return Decoder.of(expected, schema(), node -> read(node, decode));
    }
}
