package io.goodput.config.language;

import io.goodput.config.schema.JsonSchema;
import io.goodput.config.write.Written;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A block with exactly one of several keys, which says what kind it is of: {@code {aimd: {max: 500}}}.
 *
 * @param kinds what the keys are, for a message: "algorithms"
 * @param fields of which one gives a value
 * @param <R> what the block is decoded to
 */
public record OneOf<R>(String kinds, List<Field<R, ?>> fields) {
    /** What a node should be, for a message. */
    public String expected() {
        return "a block with one of " + names();
    }

    private String names() {
        return fields.stream().map(Key::name).sorted().collect(Collectors.joining(", "));
    }

    /** Refuses another number of keys than one. */
    public Block in(Node node) {
        Block block = Keys.of(fields.toArray(Key<?>[]::new)).in(node);
        int count = node.entries().size();
        if (count != 1) {
            throw node.error("has " + count + " " + kinds + " (expected: one of " + names() + ")");
        }
        return block;
    }

    /** What it accepts. */
    public JsonSchema schema() {
        return JsonSchema.anyOf(
                fields.stream().map(field -> Keys.of(field.required()).schema()).toArray(JsonSchema[]::new));
    }

    /** The block as it stands in a file. */
    public Written write(R value) {
        return BlockCodec.write(fields, value);
    }
}
