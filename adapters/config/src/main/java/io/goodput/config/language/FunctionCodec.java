package io.goodput.config.language;

import io.goodput.config.schema.JsonSchema;
import io.goodput.config.write.Written;
import java.util.function.Function;

/** A {@link Codec} of its parts. */
record FunctionCodec<T>(Decoder<T> decoder, Function<? super T, ? extends Written> function) implements Codec<T> {
    @Override
    public T decode(Node node) {
        return decoder.decode(node);
    }

    @Override
    public String expected() {
        return decoder.expected();
    }

    @Override
    public JsonSchema schema() {
        return decoder.schema();
    }

    @Override
    public Written write(T value) {
        return function.apply(value);
    }
}
