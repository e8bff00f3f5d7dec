package io.goodput.config.schema;

import io.goodput.config.write.Written;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

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
            case Written.Items(var choices)
            when keyword.equals("anyOf") ->
                new Written.Items(choices.stream().map(Changes::ofSchema).toList());
            case Written.Text(var text) when keyword.equals("$ref") -> new Written.Text(name(text));
            default -> value;
        };
    }

    private static Written orNothing(Written schema) {
        var either = new LinkedHashMap<String, Written>();
        either.put("anyOf", new Written.Items(List.of(ofSchema(schema), NOTHING)));
        return new Written.Entries(either);
    }

    private static Written ofSchema(Written schema) {
        return schema instanceof Written.Entries(var keywords) ? new Written.Entries(of(keywords)) : schema;
    }
}
