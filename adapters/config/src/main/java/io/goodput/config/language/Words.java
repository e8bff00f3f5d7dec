package io.goodput.config.language;

import io.goodput.config.problem.Expectation;
import io.goodput.config.problem.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Words as they are written: booleans, choices, names and free text. */
final class Words {
    static final String BOOLEAN = "true or false";
    static final String IDENTIFIER = "a name of a-z, 0-9 and -, starting with a letter, at most 64 long";

    static final String IDENTIFIER_PATTERN = "[a-z][a-z0-9-]{0,63}";

    private static final Pattern IDENTIFIER_SHAPE = Pattern.compile(IDENTIFIER_PATTERN);
    /** What YAML 1.1 took for booleans, and YAML 1.2 takes for text. */
    private static final Map<String, String> OLD_BOOLEANS =
            Map.of("yes", "true", "y", "true", "on", "true", "no", "false", "n", "false", "off", "false");

    private Words() {}

    static boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> {
                var lowerCase = text.toLowerCase(Locale.ROOT);
                var nearest = OLD_BOOLEANS.getOrDefault(lowerCase, NearestName.of(text, List.of("true", "false")));
                throw new Expectation(BOOLEAN)
                        .unmet(text, "not a boolean" + (nearest == null ? "" : ", did you mean " + nearest + "?"));
            }
        };
    }

    /** A constant as it is written: its name in lower case, with {@code -} for {@code _}. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <T> T choice(String text, List<String> names, Map<String, T> choices) {
        var chosen = choices.get(text);
        if (chosen == null) {
            var nearest = NearestName.of(text, names);
            throw new Expectation(oneOf(names))
                    .unmet(text, "unknown" + (nearest == null ? "" : ", did you mean " + nearest + "?"));
        }
        return chosen;
    }

    static <T> T word(String text, String word, T meaning, String expected) {
        if (!text.equals(word)) {
            var nearest = NearestName.of(text, List.of(word));
            throw new Expectation(expected)
                    .unmet(text, "unknown" + (nearest == null ? "" : ", did you mean " + nearest + "?"));
        }
        return meaning;
    }

    static String oneOf(List<String> names) {
        return "one of " + String.join(", ", names);
    }

    static String text(String text, int maxLength, Expectation refusal) {
        if (text.length() > maxLength) {
            throw refusal.unmet(text, "has " + text.length() + " characters");
        }
        return text;
    }

    static String identifier(String text) {
        if (!isIdentifier(text)) {
            throw new Expectation(IDENTIFIER).unmet(text, "cannot be a name");
        }
        return text;
    }

    static boolean isIdentifier(String text) {
        return IDENTIFIER_SHAPE.matcher(text).matches();
    }
}
