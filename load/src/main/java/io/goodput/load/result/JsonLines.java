package io.goodput.load.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Trees of maps, lists, texts, numbers and nulls as indented JSON. Numbers with a fraction have six digits; JSON knows
 * no NaN and no infinity: what was not measured is null.
 */
final class JsonLines {
    private static final MathContext DIGITS = new MathContext(6);

    private final StringBuilder out = new StringBuilder();

    private JsonLines() {}

    /** The text, which ends with a newline. */
    static String of(Map<String, ? extends @Nullable Object> tree) {
        var lines = new JsonLines();
        lines.value(tree, "\n");
        return lines.out.append('\n').toString();
    }

    private void value(@Nullable Object value, String line) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map -> map(map, line);
            case List<?> list -> list(list, line);
            case Double number -> number(number);
            case Number number -> out.append(number);
            case Boolean truth -> out.append(truth);
            default -> text(value.toString());
        }
    }

    private void map(Map<?, ?> map, String line) {
        out.append('{');
        for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator(); entries.hasNext(); ) {
            Map.Entry<?, ?> entry = entries.next();
            out.append(line).append("  ");
            text(String.valueOf(entry.getKey()));
            out.append(": ");
            value(entry.getValue(), line + "  ");
            out.append(entries.hasNext() ? "," : line);
        }
        out.append('}');
    }

    private void list(List<?> list, String line) {
        out.append('[');
        for (Iterator<?> values = list.iterator(); values.hasNext(); ) {
            out.append(line).append("  ");
            value(values.next(), line + "  ");
            out.append(values.hasNext() ? "," : line);
        }
        out.append(']');
    }

    private void number(double value) {
        if (Double.isFinite(value)) {
            out.append(new BigDecimal(value).round(DIGITS).doubleValue());
        } else {
            out.append("null");
        }
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"' || letter == '\\') {
                out.append('\\').append(letter);
            } else if (letter < ' ') {
                out.append(String.format("\\u%04x", (int) letter));
            } else {
                out.append(letter);
            }
        }
        out.append('"');
    }
}
