package io.goodput.config.language;

import io.goodput.config.write.Written;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Codecs of blocks whose keys are written in the order in which they are given. */
public final class BlockCodec {
    private BlockCodec() {}

    /**
     * A codec of blocks with these keys and no others.
     *
     * @param expected what a node should be, for a message: "a block such as {attempts: 3}"
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // They are only read.
    public static <R> Codec<R> of(String expected, Function<Block, R> decode, Field<R, ?>... fields) {
        List<Field<R, ?>> all = List.of(fields);
        return Codec.of(Keys.of(fields).decoder(expected, decode), value -> write(all, value));
    }

    /** The keys of a block, without those that stand for nothing. */
    public static <R> Written.Entries write(List<Field<R, ?>> fields, R value) {
        var written = new LinkedHashMap<String, Written>();
        for (Field<R, ?> field : fields) {
            @Nullable Written each = field.written(value);
            if (each != null) {
                written.put(field.name(), each);
            }
        }
        return new Written.Entries(written);
    }
}
