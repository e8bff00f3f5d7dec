package io.goodput.config.language;

import io.goodput.config.write.Written;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A key of a block that is written too: it knows where its value is found.
 *
 * @param <R> what the block is decoded to
 * @param <T> what stands behind the key
 */
public final class Field<R, T> extends Key<T> {
    private final Codec<T> codec;
    private final Function<R, @Nullable T> from;

    private Field(Codec<T> codec, Function<R, @Nullable T> from, Key<T> key) {
        super(key.name(), key.decoder(), key.isRequired(), key.value(), key.words());
        this.codec = codec;
        this.from = from;
    }

    /**
     * A key that may be left out, and then stands for nothing.
     *
     * @param from gives null where the key is to be left out
     */
    public static <R, T> Field<R, T> of(String name, Codec<T> codec, Function<R, @Nullable T> from) {
        return new Field<>(codec, from, Key.of(name, codec));
    }

    /** The same, standing for what it is in another value when it is left out. */
    public Field<R, T> as(R standard) {
        return otherwise(Objects.requireNonNull(from.apply(standard)));
    }

    @Override
    public Field<R, T> required() {
        return new Field<>(codec, from, super.required());
    }

    @Override
    public Field<R, T> otherwise(T value) {
        return new Field<>(codec, from, super.otherwise(value));
    }

    @Override
    public Field<R, T> about(String words) {
        return new Field<>(codec, from, super.about(words));
    }

    /** The value as it stands in a file, or null where the key is left out. */
    @Nullable Written written(R whole) {
        T value = from.apply(whole);
        return value == null ? null : codec.write(value);
    }
}
