package io.goodput.config.language;

import io.goodput.config.schema.JsonSchema;
import io.goodput.config.write.Written;
import org.jspecify.annotations.Nullable;

/**
 * A key of a block, declared once: its name, what may stand behind it, and what counts if it is not written.
 *
 * @param <T> what stands behind it
 */
public sealed class Key<T> permits Field {
    private final String name;
    private final Decoder<T> decoder;
    private final boolean required;
    private final @Nullable T otherwise;
    private final String about;

    Key(String name, Decoder<T> decoder, boolean required, @Nullable T otherwise, String about) {
        this.name = name;
        this.decoder = decoder;
        this.required = required;
        this.otherwise = otherwise;
        this.about = about;
    }

    /** A key that may be left out, and then stands for nothing. */
    public static <T> Key<T> of(String name, Decoder<T> decoder) {
        return new Key<>(name, decoder, false, null, "");
    }

    /** The same, but it must be written. */
    public Key<T> required() {
        return new Key<>(name, decoder, true, null, about);
    }

    /** The same, standing for a value when it is left out. */
    public Key<T> otherwise(T value) {
        return new Key<>(name, decoder, false, value, about);
    }

    /** The same, with a few words for people, which editors show. */
    public Key<T> about(String words) {
        return new Key<>(name, decoder, required, otherwise, words);
    }

    /** The same, of less than its schema says: what its block allows beside the other keys. */
    public Key<T> within(Decoder<T> narrower) {
        return new Key<>(name, narrower, required, otherwise, about);
    }

    /** As it is written in a file. */
    public final String name() {
        return name;
    }

    /** What may stand behind it. */
    public final Decoder<T> decoder() {
        return decoder;
    }

    /** Refuses what stands behind it in a block, or that nothing does. */
    final void check(Block block) {
        var _ = required ? block.get(this) : block.find(this);
    }

    final boolean isRequired() {
        return required;
    }

    final @Nullable T value() {
        return otherwise;
    }

    final String words() {
        return about;
    }

    final JsonSchema schema() {
        String expected = decoder.expected();
        JsonSchema schema = decoder.schema().about(about.isEmpty() ? expected : about + ": " + expected);
        return otherwise != null && decoder instanceof Codec<T> codec
                ? withDefault(schema, codec.write(otherwise))
                : schema;
    }

    /** Editors insert the default of a single value; of a block it would only be long. */
    private static JsonSchema withDefault(JsonSchema schema, Written value) {
        return value instanceof Written.Entries ? schema : schema.otherwise(value);
    }
}
