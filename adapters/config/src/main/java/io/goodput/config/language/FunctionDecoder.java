package io.goodput.config.language;

import io.goodput.config.schema.JsonSchema;
import java.util.function.Function;

/** A {@link Decoder} of its parts. */
record FunctionDecoder<T>(String expected, JsonSchema schema, Function<Node, T> function) implements Decoder<T> {
    @Override
    public T decode(Node node) {
        return function.apply(node);
    }
}
