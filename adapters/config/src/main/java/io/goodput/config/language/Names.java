package io.goodput.config.language;

/** Names that are the user's own in any spelling, of endpoints, zones and checks: text that says something. */
public final class Names {
    private static final int LONGEST = 256;
    private static final Codec<String> TEXT = Decoders.text(LONGEST);

    /** Text in which something stands, at most 256 characters. */
    public static final Codec<String> CODEC =
            Codec.of(Decoder.of(TEXT.expected(), TEXT.schema(), node -> notBlank(TEXT.decode(node))), TEXT::write);

    private Names() {}

    private static String notBlank(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("blank (expected: a name)");
        }
        return name;
    }
}
