package io.goodput.config.schema;

import io.goodput.config.write.JsonWriter;
import io.goodput.config.write.Written;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What a value of a file may be, as a JSON Schema of draft 2020-12; immutable. Every single value may be a variable.
 * What no schema can say, such as one key that must not exceed another, the decoder refuses.
 */
public final class JsonSchema {
    private static final String VARIABLE = "\\$\\{[A-Za-z_][A-Za-z0-9_]{0,127}(?::[^}]*)?\\}";
    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    private final SequencedMap<String, Written> keywords;
    private final Map<String, Supplier<JsonSchema>> definitions;

    private JsonSchema(SequencedMap<String, Written> keywords, Map<String, Supplier<JsonSchema>> definitions) {
        this.keywords = keywords;
        this.definitions = definitions;
    }

    /** Accepts everything. */
    public static JsonSchema anything() {
        return new JsonSchema(new LinkedHashMap<>(), Map.of());
    }

    /** Text that a regular expression finds, of ECMAScript; anchors are its own. */
    public static JsonSchema pattern(String regex) {
        return orVariable(ofType("string").with("pattern", new Written.Text(regex)));
    }

    /**
     * Any single value of at most so many characters. A number or {@code true} is text to whoever asks for text, so
     * that {@code name: 7} needs no quotes.
     */
    public static JsonSchema text(int maxLength) {
        return anything()
                .with("type", texts(List.of("string", "number", "boolean")))
                .with("maxLength", whole(maxLength));
    }

    /** One of these words. */
    public static JsonSchema word(Collection<String> words) {
        return orVariable(anything().with("enum", texts(words)));
    }

    /** A whole number, bounds included. */
    public static JsonSchema integer(long min, long max) {
        return orVariable(ofType("integer").with("minimum", whole(min)).with("maximum", whole(max)));
    }

    /** A number, bounds included, which are written as they are given. */
    public static JsonSchema number(String min, String max) {
        return orVariable(
                ofType("number").with("minimum", new Written.Literal(min)).with("maximum", new Written.Literal(max)));
    }

    /** {@code true} or {@code false}. */
    public static JsonSchema bool() {
        return orVariable(ofType("boolean"));
    }

    /** What a variable is set to, no schema knows. */
    private static JsonSchema orVariable(JsonSchema value) {
        return anyOf(
                value,
                defined(
                        "variable",
                        () -> ofType("string")
                                .with("pattern", new Written.Text(VARIABLE))
                                .about(
                                        "A variable of the environment, or a text with one in it: ${NAME} or ${NAME:default}")));
    }

    /** A list. */
    public static JsonSchema list(JsonSchema item) {
        return ofType("array").with("items", item);
    }

    /** A block whose keys are free, but for a regular expression that the whole of each must match. */
    public static JsonSchema named(String names, JsonSchema value) {
        return ofType("object")
                .with("propertyNames", anything().with("pattern", new Written.Text("^(?:" + names + ")$")))
                .with("additionalProperties", value);
    }

    /** A block of these keys and no others. */
    public static JsonSchema block(SequencedMap<String, JsonSchema> properties, List<String> required) {
        var written = new LinkedHashMap<String, Written>();
        var definitions = new TreeMap<String, Supplier<JsonSchema>>();
        properties.forEach((key, value) -> {
            written.put(key, value.written());
            definitions.putAll(value.definitions);
        });
        var block = new JsonSchema(new LinkedHashMap<>(), definitions)
                .with("type", new Written.Text("object"))
                .with("properties", new Written.Entries(written));
        return (required.isEmpty() ? block : block.with("required", texts(required)))
                .with("additionalProperties", new Written.Literal("false"));
    }

    /** What one of these accepts. */
    public static JsonSchema anyOf(JsonSchema... choices) {
        var definitions = new TreeMap<String, Supplier<JsonSchema>>();
        Arrays.stream(choices).forEach(each -> definitions.putAll(each.definitions));
        return new JsonSchema(new LinkedHashMap<>(), definitions)
                .with(
                        "anyOf",
                        new Written.Items(Arrays.stream(choices)
                                .<Written>map(JsonSchema::written)
                                .toList()));
    }

    /**
     * What stands once in the document, under a name, and is referred to: what is large and used often, or holds
     * itself.
     *
     * @param name of its own in all the document
     */
    public static JsonSchema defined(String name, Supplier<JsonSchema> schema) {
        return new JsonSchema(new LinkedHashMap<>(), Map.of(name, schema))
                .with("$ref", new Written.Text("#/$defs/" + name));
    }

    /** The same, with words for people; not if they are empty. */
    public JsonSchema about(String description) {
        return description.isEmpty() ? this : with("description", new Written.Text(description));
    }

    /** The same, with the value that counts if none is written. */
    public JsonSchema otherwise(Written value) {
        return with("default", value);
    }

    /** The same, of a block that has at most so many keys, and at least one. */
    public JsonSchema sized(int most) {
        boolean isList = keywords.containsKey("items");
        return with(isList ? "minItems" : "minProperties", whole(1))
                .with(isList ? "maxItems" : "maxProperties", whole(most));
    }

    /**
     * What may be laid over a value that this accepts: a block may have any of the keys, and nothing behind a key takes
     * it away.
     */
    public JsonSchema changes() {
        var changed = new TreeMap<>(definitions);
        definitions.forEach((name, schema) ->
                changed.put(Changes.name(name), () -> schema.get().changes()));
        return new JsonSchema(Changes.of(keywords), changed);
    }

    /** A document of its own. */
    public String toJson() {
        var document = new LinkedHashMap<String, Written>();
        document.put("$schema", new Written.Text(DRAFT));
        document.putAll(keywords);
        var defined = definitions();
        if (!defined.isEmpty()) {
            document.put("$defs", new Written.Entries(defined));
        }
        return JsonWriter.write(new Written.Entries(document));
    }

    /** A definition may need others, also itself. */
    private SequencedMap<String, Written> definitions() {
        var found = new TreeMap<String, Written>();
        var open = new ArrayDeque<>(definitions.entrySet());
        while (!open.isEmpty()) {
            var next = open.remove();
            if (!found.containsKey(next.getKey())) {
                JsonSchema schema = next.getValue().get();
                found.put(next.getKey(), schema.written());
                open.addAll(schema.definitions.entrySet());
            }
        }
        return found;
    }

    private Written.Entries written() {
        return new Written.Entries(keywords);
    }

    private static JsonSchema ofType(String type) {
        return anything().with("type", new Written.Text(type));
    }

    private JsonSchema with(String keyword, JsonSchema value) {
        var both = new TreeMap<>(definitions);
        both.putAll(value.definitions);
        return new JsonSchema(keywords, both).with(keyword, value.written());
    }

    private JsonSchema with(String keyword, Written value) {
        var more = new LinkedHashMap<>(keywords);
        more.put(keyword, value);
        return new JsonSchema(Collections.unmodifiableSequencedMap(more), definitions);
    }

    private static Written texts(Collection<String> texts) {
        return new Written.Items(texts.stream().<Written>map(Written.Text::new).toList());
    }

    private static Written whole(long number) {
        return new Written.Literal(Long.toString(number));
    }
}
