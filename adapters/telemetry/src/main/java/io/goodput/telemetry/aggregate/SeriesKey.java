package io.goodput.telemetry.aggregate;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a series is of.
 *
 * @param name in the field's words, with its unit in full: {@code goodput_work_seconds}
 * @param labels what tells it from others of the name, such as {@code operation}; in alphabetical order, at most
 *     {@value #MOST_LABELS}. Values may be anything, and are cut at {@value #MOST_CHARACTERS} characters
 */
public record SeriesKey(String name, SortedMap<String, String> labels) {
    /** Labels of a series. */
    public static final int MOST_LABELS = 8;

    /** Characters of a name, and of the value of a label. */
    public static final int MOST_CHARACTERS = 200;

    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]{0," + (MOST_CHARACTERS - 1) + "}");

    /** Refuses names that Prometheus would not take: they are constants of a program. */
    public SeriesKey {
        check("name", name);
        if (labels.size() > MOST_LABELS) {
            throw new IllegalArgumentException("labels: " + labels.size() + " (expected: <= " + MOST_LABELS + ")");
        }
        SortedMap<String, String> cut = new TreeMap<>();
        labels.forEach((label, value) -> cut.put(check("label", label), cut(value)));
        labels = Collections.unmodifiableSortedMap(cut);
    }

    /** Of a name, and labels in any order. */
    public static SeriesKey of(String name, Map<String, String> labels) {
        return new SeriesKey(name, new TreeMap<>(labels));
    }

    private static String check(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    what + ": \"" + name + "\" (expected: letters, digits and _, not a digit first)");
        }
        return name;
    }

    static String cut(String value) {
        if (value.length() <= MOST_CHARACTERS) {
            return value;
        }
        int end = Character.isHighSurrogate(value.charAt(MOST_CHARACTERS - 1)) ? MOST_CHARACTERS - 1 : MOST_CHARACTERS;
        return value.substring(0, end);
    }

    /** As people write it: {@code goodput_work_seconds{operation="list"}}. */
    @Override
    public String toString() {
        return labels.entrySet().stream()
                .map(label -> label.getKey() + "=\"" + label.getValue() + "\"")
                .collect(Collectors.joining(", ", name + "{", "}"));
    }
}
