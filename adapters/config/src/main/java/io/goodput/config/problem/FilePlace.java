package io.goodput.config.problem;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a configuration file.
 *
 * @param file the file's name as the user gave it
 * @param line counted from 1
 * @param column counted from 1, in Unicode characters
 */
public record FilePlace(String file, int line, int column) {
    /** As they stand in the file; what has no place comes first. */
    static final Comparator<@Nullable FilePlace> IN_FILE_ORDER =
            Comparator.nullsFirst(Comparator.comparingInt(FilePlace::line).thenComparingInt(FilePlace::column));

    /** The place behind a text that starts a file. A line ends with LF, CR LF or CR, as in YAML. */
    public static FilePlace atEndOf(String file, CharSequence text) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean insideCrLf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if ((c == '\n' || c == '\r') && !insideCrLf) {
                line++;
                lineStart = i + 1;
            }
        }
        return new FilePlace(file, line, Character.codePointCount(text, lineStart, text.length()) + 1);
    }

    /** An error at this place: {@code file:line:column: message}, with control characters escaped. */
    public ConfigException error(String message) {
        return error("", message);
    }

    /** The same for a key's value: {@code file:line:column: key: message}. */
    public ConfigException error(String key, String message) {
        return new ConfigException(List.of(new Problem(this, key, message)));
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
