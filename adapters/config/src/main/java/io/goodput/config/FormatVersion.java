package io.goodput.config;

import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Key;
import io.goodput.config.language.Node;
import io.goodput.config.problem.Echo;

/** The version of the format, which every file says on top: {@code goodput: 1}. */
public final class FormatVersion {
    static final int VERSION = 1;

    private static final Codec<Integer> NUMBER = Decoders.integer(VERSION, VERSION);
    private static final String EXPECTED = "goodput: " + VERSION + ", the version of the schema";
    private static final Codec<Integer> CODEC =
            Codec.of(Decoder.of(EXPECTED, NUMBER.schema(), NUMBER::decode), NUMBER::write);

    /** The key. */
    public static final Key<Integer> KEY = Key.of("goodput", CODEC).required().about("The version of the format");

    private FormatVersion() {}

    /**
     * Refuses a file of another version before any of its keys is called unknown. That it says none is told with all
     * else that is wrong: the key is required.
     *
     * @throws io.goodput.config.problem.ConfigException if the root is not a block, or says another version
     */
    public static void check(Node root) {
        Node version = root.entries().get(KEY.name());
        if (version != null && !version.text().equals(Integer.toString(VERSION))) {
            throw version.error(Echo.of(version.text()) + ": unknown version of the schema (expected: " + VERSION
                    + ", the one that this program knows)");
        }
    }
}
