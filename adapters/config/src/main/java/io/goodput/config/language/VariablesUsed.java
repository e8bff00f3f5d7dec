package io.goodput.config.language;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The variables that a value was made from.
 *
 * @param set those of the environment, whose values a message must not repeat
 * @param absent those whose defaults count
 */
record VariablesUsed(List<String> set, List<String> absent) {
    static final VariablesUsed NONE = new VariablesUsed(List.of(), List.of());

    VariablesUsed and(VariablesUsed others) {
        return new VariablesUsed(
                Stream.concat(set.stream(), others.set.stream()).toList(),
                Stream.concat(absent.stream(), others.absent.stream()).toList());
    }

    /** Refuses a value, without repeating what the environment said. */
    String refusal(boolean empty, String message) {
        String problem = names() + (empty ? ": empty" : ": what it is set to cannot be used");
        return problem + expected(message);
    }

    /** Refuses a block of values, likewise. */
    String refusalOfBlock(String message) {
        return "cannot be used with what is set by " + names() + expected(message);
    }

    /** For a person who wonders where a value is from. */
    String note() {
        var notes = new StringBuilder();
        if (!set.isEmpty()) {
            notes.append("set by ").append(names());
        }
        if (!absent.isEmpty()) {
            notes.append(notes.isEmpty() ? "" : ", ").append("default of ").append(written(absent));
        }
        return notes.toString();
    }

    private String names() {
        return written(set);
    }

    private static String written(List<String> names) {
        return names.stream().distinct().map(name -> "${" + name + "}").collect(Collectors.joining(", "));
    }

    /** What would be right has nothing of what was wrong in it. */
    private static String expected(String message) {
        int at = message.lastIndexOf(" (expected: ");
        return at < 0 ? "" : message.substring(at);
    }
}
