package io.goodput.config;

/** The version of the schema, which every file says on top: {@code goodput: 1}. */
public final class Schema {
    /** The key. */
    public static final String KEY = "goodput";

    static final int VERSION = 1;

    private Schema() {}

    /**
     * Refuses a file of another version, or of none, before any of its keys is called unknown.
     *
     * @throws ConfigException if the root is not a block, or does not say this version
     */
    public static void check(Node root) {
        Node version = root.entries().get(KEY);
        if (version == null) {
            throw root.error("missing key goodput (expected: goodput: " + VERSION + ", the version of the schema)");
        }
        if (!version.text().equals(Integer.toString(VERSION))) {
            throw version.error(Echo.of(version.text()) + ": unknown version of the schema (expected: " + VERSION
                    + ", the one that this program knows)");
        }
    }
}
