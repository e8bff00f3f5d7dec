package io.goodput.config.policy;

import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;

/** Names that are the user's own in any spelling, of endpoints, zones and checks: text that says something. */
final class Names {
    private static final int LONGEST = 256;
    private static final Codec<String> TEXT = Decoders.text(LONGEST);

    static final Codec<String> CODEC =
            Codec.of(Decoder.of(TEXT.expected(), TEXT.schema(), node -> notBlank(TEXT.decode(node))), TEXT::write);

    private Names() {}

    private static String notBlank(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("blank (expected: a name)");
        }
        return name;
    }
}
