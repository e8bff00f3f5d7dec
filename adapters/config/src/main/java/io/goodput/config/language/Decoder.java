package io.goodput.config.language;

import io.goodput.config.schema.JsonSchema;
import java.time.Duration;
import java.util.function.Function;

/**
 * Turns a node into a value. A record is decoded so:
 *
 * {@snippet :
 * record Retry(int attempts, Duration pause) {
 *     static final Key<Integer> ATTEMPTS = Key.of("attempts", Decoders.integer(1, 10)).required();
 *     static final Key<Duration> PAUSE =
 *             Key.of("pause", Decoders.duration()).otherwise(Duration.ofMillis(50)).about("before each retry");
 *     static final Decoder<Retry> DECODER = Keys.of(ATTEMPTS, PAUSE)
 *             .decoder("a block such as {attempts: 3, pause: 50ms}",
 *                      block -> new Retry(block.get(ATTEMPTS), block.get(PAUSE)));
 * }
 *
 * var retry = YamlFile.read(file, Retry.DECODER);
 * }
 *
 * <p>What is written too is decoded by a {@link Codec}.
 *
 * @param <T> what comes out
 */
public interface Decoder<T> {

    /**
     * Decodes a node. Callers use {@link Node#as}, which adds the place to what a constructor refuses.
     *
     * @throws io.goodput.config.problem.ConfigException or an {@link IllegalArgumentException} that says what is wrong
     */
    T decode(Node node);

    /** What a node should be, to complete {@code (expected: …)}: "a rate such as 40/s". */
    String expected();

    /** What it accepts, as far as a JSON Schema can say. */
    JsonSchema schema();

    /** The same, whose schema stands once in a document, under a name of its own. */
    default Decoder<T> defined(String name) {
        return of(expected(), JsonSchema.defined(name, this::schema), this::decode);
    }

    /** A decoder from a function that may accept anything, as far as its schema says. */
    static <T> Decoder<T> of(String expected, Function<Node, T> decode) {
        return of(expected, JsonSchema.anything(), decode);
    }

    /** A decoder from a function and a schema that accepts no less. */
    static <T> Decoder<T> of(String expected, JsonSchema schema, Function<Node, T> decode) {
        return new FunctionDecoder<>(expected, schema, decode);
    }

    /**
     * A decoder of single values from a function.
     *
     * @param parse throws {@link IllegalArgumentException} with a message that says what is wrong and what was expected
     */
    static <T> Decoder<T> ofText(String expected, Function<String, T> parse) {
        return ofText(expected, JsonSchema.text(YamlFile.MAX_BYTES), parse);
    }

    /** A decoder of single values from a function and a schema that accepts no less. */
    static <T> Decoder<T> ofText(String expected, JsonSchema schema, Function<String, T> parse) {
        return of(expected, schema, node -> parse.apply(node.text(expected)));
    }
}
