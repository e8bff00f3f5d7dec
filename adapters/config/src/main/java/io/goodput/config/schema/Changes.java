package io.goodput.config.schema;

import io.goodput.config.write.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/** Turns the schema of a value into that of the changes that may be laid over it. Lists are replaced as a whole. */
final class Changes {
    private static final Written NOTHING =
            new Written.Entries(new LinkedHashMap<>(Map.of("type", new Written.Text("null"))));

    private Changes() {}

    /** How the changes of a definition are called. */
    static String name(String definition) {
        return definition + "-changes";
    }

    static SequencedMap<String, Written> of(SequencedMap<String, Written> keywords) {
        var changed = new LinkedHashMap<String, Written>();
        keywords.forEach((keyword, value) -> {
            if (!keyword.equals("required")) {
                changed.put(keyword, of(keyword, value));
            }
        });
        return changed;
    }

    private static Written of(String keyword, Written value) {
        return switch (value) {
            case Written.Entries(var properties)
            when keyword.equals("properties") -> {
                var changed = new LinkedHashMap<String, Written>();
                properties.forEach((key, each) -> changed.put(key, orNothing(each)));
                yield new Written.Entries(changed);
            }
            case Written.Entries values when keyword.equals("additionalProperties") -> orNothing(values);
            case Written.Items(var choices) when keyword.equals("anyOf") -> new Written.Items(ofChoices(choices));
            case Written.Text(var text) when keyword.equals("$ref") -> new Written.Text(name(text));
            default -> value;
        };
    }

    /** A block of one kind becomes one of another by changes that speak of the keys of both. */
    private static List<Written> ofChoices(List<Written> choices) {
        var changed = new ArrayList<Written>();
        var keys = new LinkedHashMap<String, Set<Written>>();
        for (Written choice : choices) {
            if (choice instanceof Written.Entries(var keywords)
                    && keywords.get("properties") instanceof Written.Entries(var properties)) {
                properties.forEach((key, value) ->
                        keys.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(value));
            } else {
                changed.add(ofSchema(choice));
            }
        }
        if (!keys.isEmpty()) {
            changed.add(ofSchema(block(keys)));
        }
        return changed;
    }

    private static Written block(Map<String, Set<Written>> keys) {
        var properties = new LinkedHashMap<String, Written>();
        keys.forEach((key, values) -> properties.put(
                key,
                values.size() == 1
                        ? values.iterator().next()
                        : entries("anyOf", new Written.Items(List.copyOf(values)))));
        var block = new LinkedHashMap<String, Written>();
        block.put("type", new Written.Text("object"));
        block.put("properties", new Written.Entries(properties));
        block.put("additionalProperties", new Written.Literal("false"));
        return new Written.Entries(block);
    }

    private static Written entries(String keyword, Written value) {
        var entries = new LinkedHashMap<String, Written>();
        entries.put(keyword, value);
        return new Written.Entries(entries);
    }

    private static Written orNothing(Written schema) {
        return entries("anyOf", new Written.Items(List.of(ofSchema(schema), NOTHING)));
    }

    private static Written ofSchema(Written schema) {
        return schema instanceof Written.Entries(var keywords) ? new Written.Entries(of(keywords)) : schema;
    }
}
