package io.goodput.config.language;

import io.goodput.config.language.NodeContent.Scalar;
import io.goodput.config.problem.ConfigException;
import io.goodput.config.problem.Echo;
import io.goodput.config.problem.FilePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Puts values in the place of the variables of one file, as {@link Environment} says. All the values together are no
 * longer than the longest file.
 */
final class Variables {
    private static final String OPENING = "${";
    private static final String ESCAPED = "$" + OPENING;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");
    private static final String EXPECTED = " (expected: ${NAME} or ${NAME:default}, or $${ for ${ itself)";

    private final Environment environment;
    private long length;

    Variables(Environment environment) {
        this.environment = environment;
    }

    /** A text in which nothing is a variable, as it is written for a reader who looks for them. */
    static String escaped(String text) {
        return text.replace(OPENING, ESCAPED);
    }

    /** Refuses a key with a variable in it. */
    static void refuse(FilePlace place, KeyPath key, String text) {
        if (text.contains(OPENING)) {
            throw error(place, key, "a variable in a key (expected: variables in values only)");
        }
    }

    /** A single value with values for its variables; or with what is wrong with these, to be told with all else. */
    Scalar scalar(FilePlace place, KeyPath path, String written, boolean quoted) {
        if (!written.contains(OPENING)) {
            return new Scalar(written, quoted, VariablesUsed.NONE);
        }
        try {
            return new Expansion(place, path, written).scalar();
        } catch (ConfigException problem) {
            return new Scalar(written, true, VariablesUsed.NONE, problem);
        }
    }

    private static ConfigException error(FilePlace place, KeyPath path, String message) {
        return place.error(path.toString(), message);
    }

    /** One value on its way from what is written to what it means. */
    private final class Expansion {
        private final FilePlace place;
        private final KeyPath path;
        private final String written;
        private final StringBuilder text = new StringBuilder();
        private final List<String> set = new ArrayList<>();
        private final List<String> absent = new ArrayList<>();

        Expansion(FilePlace place, KeyPath path, String written) {
            this.place = place;
            this.path = path;
            this.written = written;
        }

        /** Taken for quoted: what a variable is set to is a text, also if it is empty or says null. */
        Scalar scalar() {
            int read = 0;
            for (int at = written.indexOf(OPENING); at >= 0; at = written.indexOf(OPENING, read)) {
                if (at > read && written.charAt(at - 1) == '$') {
                    text.append(written, read, at - 1).append(OPENING);
                    read = at + OPENING.length();
                } else {
                    int end = written.indexOf('}', at);
                    if (end < 0) {
                        throw error("${ is never closed" + EXPECTED);
                    }
                    text.append(written, read, at);
                    append(written.substring(at + OPENING.length(), end));
                    read = end + 1;
                }
            }
            text.append(written, read, written.length());
            count(text.length());
            return new Scalar(text.toString(), true, new VariablesUsed(List.copyOf(set), List.copyOf(absent)));
        }

        private void append(String inside) {
            if (inside.contains(OPENING)) {
                throw error("a variable within a variable" + EXPECTED);
            }
            int colon = inside.indexOf(':');
            String name = colon < 0 ? inside : inside.substring(0, colon);
            if (!NAME.matcher(name).matches()) {
                throw error(OPENING + Echo.of(inside) + "}: not a variable" + EXPECTED);
            }
            String value = environment.get(name);
            if (value != null) {
                text.append(checked(name, value));
                set.add(name);
            } else if (colon >= 0) {
                text.append(inside, colon + 1, inside.length());
                absent.add(name);
            } else {
                throw error("${" + name + "} " + environment.absence() + " (expected: the variable " + name
                        + ", or a default: ${" + name + ":…})");
            }
        }

        private String checked(String name, String value) {
            count(value.length());
            int at = YamlFile.unprintable(value);
            if (at >= 0) {
                throw error("${" + name
                        + "}: has character U+%04X in it (expected: printable text)".formatted(value.codePointAt(at)));
            }
            return value;
        }

        private void count(int characters) {
            length += characters;
            if (length > YamlFile.MAX_BYTES) {
                throw error("with its variables, the file is larger than 1 MiB (expected: at most 1 MiB)");
            }
        }

        private ConfigException error(String message) {
            return Variables.error(place, path, message);
        }
    }
}
