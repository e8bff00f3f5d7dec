package io.goodput.property;

import java.lang.reflect.Array;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Values as a failure shows them: strings in quotes with what cannot be seen escaped, arrays with their elements. */
final class ValueText {
    /** Above it a value is cut, and its length told. */
    static final int LONGEST = 2_000;

    private ValueText() {}

    static String of(@Nullable Object value) {
        String text = whole(value);
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST) + "… (" + text.length() + " characters in all)";
    }

    private static String whole(@Nullable Object value) {
        if (value instanceof String text) {
            return '"' + text.chars().mapToObj(ValueText::escaped).collect(Collectors.joining()) + '"';
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ValueText::whole).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value != null && value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> whole(Array.get(value, i)))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return String.valueOf(value);
    }

    private static String escaped(int character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            default ->
                character >= ' ' && character <= '~'
                        ? String.valueOf((char) character)
                        : "\\u%04x".formatted(character);
        };
    }
}
