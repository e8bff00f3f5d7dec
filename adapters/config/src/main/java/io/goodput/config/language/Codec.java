package io.goodput.config.language;

import io.goodput.config.schema.JsonSchema;
import io.goodput.config.write.Written;
import java.util.function.Function;

/**
 * Turns a node into a value, and the value into what a node is read from: what {@link #write} gives is decoded to an
 * equal value.
 *
 * @param <T> what comes out, and goes in
 */
public interface Codec<T> extends Decoder<T> {

    /** The value as it stands in a file, with nothing left out. */
    Written write(T value);

    /** The same, whose schema stands once in a document, under a name of its own. */
    @Override
    default Codec<T> defined(String name) {
        return of(Decoder.super.defined(name), this::write);
    }

    /** A codec from a decoder and the other way round. */
    static <T> Codec<T> of(Decoder<T> decoder, Function<? super T, ? extends Written> write) {
        return new FunctionCodec<>(decoder, write);
    }

    /** A codec of single values, written as texts. */
    static <T> Codec<T> ofText(
            String expected, JsonSchema schema, Function<String, T> parse, Function<? super T, String> format) {
        return of(
                Decoder.ofText(expected, schema, parse),
                value -> new Written.Text(Variables.escaped(format.apply(value))));
    }
}
