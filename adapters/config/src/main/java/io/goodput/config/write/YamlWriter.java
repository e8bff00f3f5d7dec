package io.goodput.config.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes YAML: one key a line, lists of single values in brackets. */
public final class YamlWriter {
    private static final String STEP = "  ";
    /** No key, so that nothing is noted of what stands in a list. */
    private static final String ITEM = "\n";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.%/_@-]*(?::[A-Za-z0-9.]+)*");
    /**
     * What another reader of YAML would not take for text: one of YAML 1.1 knows more booleans, {@code yes} and
     * {@code off} among them, and numbers by sixties.
     */
    private static final Pattern NO_TEXT = Pattern.compile("(?i)null|true|false|y|n|yes|no|on|off"
            + "|[0-9][0-9.:_/-]*(?:e[0-9-]+)?|0[xob][0-9a-f_]+|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}t.*");

    private final StringBuilder out = new StringBuilder();
    private final Map<List<String>, String> notes;

    private YamlWriter(Map<List<String>, String> notes) {
        this.notes = notes;
    }

    /** The text, each line ended. */
    public static String write(Written.Entries root) {
        return write(root, Map.of());
    }

    /**
     * The text with comments.
     *
     * @param notes by the keys that lead to what they are about; where there is no such value, or not on a line of its
     *     own, they stand behind the nearest key that leads to it
     */
    public static String write(Written.Entries root, Map<List<String>, String> notes) {
        var nearest = new LinkedHashMap<List<String>, String>();
        notes.forEach((keys, note) -> nearest.merge(nearest(root, keys), note, YamlWriter::both));
        var writer = new YamlWriter(nearest);
        writer.entries(root.values(), "", List.of());
        return writer.out.toString();
    }

    private static List<String> nearest(Written.Entries root, List<String> keys) {
        @Nullable Written at = root;
        int depth = 0;
        while (depth < keys.size() && at instanceof Written.Entries(var values)) {
            at = values.get(keys.get(depth));
            depth += at == null ? 0 : 1;
        }
        return keys.subList(0, depth);
    }

    private static String both(String note, String other) {
        return note.equals(other) ? note : note + ", " + other;
    }

    private void entries(SequencedMap<String, Written> values, String margin, List<String> keys) {
        values.forEach((key, value) -> {
            out.append(margin).append(text(key)).append(':');
            var longer = new ArrayList<>(keys);
            longer.add(key);
            value(value, margin + STEP, longer);
        });
    }

    private void value(Written value, String margin, List<String> keys) {
        String note = notes.get(keys);
        String comment = note == null ? "" : "  # " + note;
        switch (value) {
            case Written.Entries(var values)
            when !values.isEmpty() -> {
                out.append(comment).append('\n');
                entries(values, margin, keys);
            }
            case Written.Items(var items)
            when !items.stream().allMatch(YamlWriter::isSingle) -> {
                out.append(comment).append('\n');
                items(items, margin);
            }
            default -> out.append(' ').append(inline(value)).append(comment).append('\n');
        }
    }

    private void items(List<Written> items, String margin) {
        items.forEach(item -> {
            if (item instanceof Written.Entries(var values) && !values.isEmpty()) {
                int start = out.length();
                entries(values, margin + STEP, List.of(ITEM));
                out.setCharAt(start + margin.length(), '-');
            } else {
                out.append(margin).append("- ").append(inline(item)).append('\n');
            }
        });
    }

    private static boolean isSingle(Written value) {
        return value instanceof Written.Literal || value instanceof Written.Text;
    }

    private static String inline(Written value) {
        return switch (value) {
            case Written.Literal(var text) -> text;
            case Written.Text(var text) -> text(text);
            case Written.Items(var items) ->
                items.stream().map(YamlWriter::inline).collect(Collectors.joining(", ", "[", "]"));
            case Written.Entries _ -> "{}";
        };
    }

    private static String text(String text) {
        return PLAIN.matcher(text).matches() && !NO_TEXT.matcher(text).matches() ? text : quoted(text);
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(codePoint -> {
            if (codePoint == '"' || codePoint == '\\') {
                quoted.append('\\').appendCodePoint(codePoint);
            } else if (Character.isLetterOrDigit(codePoint) || (codePoint >= ' ' && codePoint <= '~')) {
                quoted.appendCodePoint(codePoint);
            } else {
                quoted.append("\\U%08x".formatted(codePoint));
            }
        });
        return quoted.append('"').toString();
    }
}
