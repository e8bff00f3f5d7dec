package io.goodput.config;

import java.util.function.Function;

/**
 * Turns a node into a value. A record is decoded so:
 *
 * {@snippet :
 * record Retry(int attempts, Duration pause) {
 *     static final Decoder<Retry> DECODER = Decoder.of("a block such as {attempts: 3, pause: 50ms}", Retry::decode);
 *
 *     private static Retry decode(Node node) {
 *         var block = node.block("attempts", "pause");
 *         return new Retry(
 *                 block.required("attempts", Decoders.integer(1, 10)),
 *                 block.optional("pause", Decoders.duration(), Duration.ofMillis(50)));
 *     }
 * }
 *
 * var retry = YamlFile.read(file).as(Retry.DECODER);
 * }
 *
 * @param <T> what comes out
 */
public interface Decoder<T> {

    /**
     * Decodes a node. Callers use {@link Node#as}, which adds the place to what a constructor refuses.
     *
     * @throws ConfigException or an {@link IllegalArgumentException} that says what is wrong
     */
    T decode(Node node);

    /** What a node should be, to complete {@code (expected: …)}: "a rate such as 40/s". */
    String expected();

    /** A decoder from a function. */
    static <T> Decoder<T> of(String expected, Function<Node, T> decode) {
        return new Decoder<>() {
            @Override
            public T decode(Node node) {
                return decode.apply(node);
            }

            @Override
            public String expected() {
                return expected;
            }
        };
    }

    /**
     * A decoder of single values from a function.
     *
     * @param parse throws {@link IllegalArgumentException} with a message that says what is wrong and what was expected
     */
    static <T> Decoder<T> ofText(String expected, Function<String, T> parse) {
        return of(expected, node -> parse.apply(node.text(expected)));
    }
}
