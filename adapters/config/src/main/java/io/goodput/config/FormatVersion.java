package io.goodput.config;

import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Key;
import io.goodput.config.language.Node;
import io.goodput.config.problem.Echo;

/** The version of the format, which every file says on top: {@code goodput: 1}. */
public final class FormatVersion {
    static final int VERSION = 1;

    private static final Codec<Integer> CODEC = Decoders.integer(VERSION, VERSION);

    /** The key. */
    public static final Key<Integer> KEY = Key.of("goodput", CODEC).required().about("The version of the format");

    private FormatVersion() {}

    /**
     * Refuses a file of another version, or of none, before any of its keys is called unknown.
     *
     * @throws io.goodput.config.problem.ConfigException if the root is not a block, or does not say this version
     */
    public static void check(Node root) {
        Node version = root.entries().get(KEY.name());
        if (version == null) {
            throw root.error("missing key goodput (expected: goodput: " + VERSION + ", the version of the schema)");
        }
        if (!version.text().equals(Integer.toString(VERSION))) {
            throw version.error(Echo.of(version.text()) + ": unknown version of the schema (expected: " + VERSION
                    + ", the one that this program knows)");
        }
    }
}
