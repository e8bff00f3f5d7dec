package io.goodput.config.write;

import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes YAML: one key a line, lists of single values in brackets. */
public final class YamlWriter {
    private static final String STEP = "  ";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.%/_@-]*(?::[A-Za-z0-9.]+)*");
    /** What another reader of YAML would not take for text. */
    private static final Pattern NO_TEXT =
            Pattern.compile("(?i)null|true|false|[0-9][0-9.:_/-]*(?:e[0-9-]+)?|0[xo][0-9a-f]+");

    private final StringBuilder out = new StringBuilder();

    private YamlWriter() {}

    /** The text, each line ended. */
    public static String write(Written.Entries root) {
        var writer = new YamlWriter();
        writer.entries(root.values(), "");
        return writer.out.toString();
    }

    private void entries(SequencedMap<String, Written> values, String margin) {
        values.forEach((key, value) -> {
            out.append(margin).append(text(key)).append(':');
            value(value, margin + STEP);
        });
    }

    private void value(Written value, String margin) {
        switch (value) {
            case Written.Entries(var values)
            when !values.isEmpty() -> {
                out.append('\n');
                entries(values, margin);
            }
            case Written.Items(var items)
            when !items.stream().allMatch(YamlWriter::isSingle) -> {
                out.append('\n');
                items(items, margin);
            }
            default -> out.append(' ').append(inline(value)).append('\n');
        }
    }

    private void items(List<Written> items, String margin) {
        items.forEach(item -> {
            if (item instanceof Written.Entries(var values) && !values.isEmpty()) {
                int start = out.length();
                entries(values, margin + STEP);
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
