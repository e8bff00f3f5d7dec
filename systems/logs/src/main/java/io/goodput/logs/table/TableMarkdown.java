package io.goodput.logs.table;

import io.goodput.config.problem.Echo;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A table as Markdown, for a report of what happened. */
public final class TableMarkdown {
    private static final String SPECIAL = "\\`*_[]<>|&#!~$";

    private TableMarkdown() {}

    /** The lines, each ended. */
    public static String render(ResultTable table) {
        String rule = IntStream.range(0, table.columns().size())
                .mapToObj(column -> TableValues.isNumeric(table, column) ? "---:" : "---")
                .collect(Collectors.joining(" | ", "| ", " |\n"));
        return line(table.columns())
                + rule
                + table.rows().stream().map(TableMarkdown::line).collect(Collectors.joining());
    }

    private static String line(List<? extends @Nullable Object> row) {
        return row.stream().map(TableMarkdown::cell).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String cell(@Nullable Object value) {
        String text = Echo.escaped(TableValues.shown(value));
        if (!(value instanceof String)) {
            return text;
        }
        var safe = new StringBuilder(text.length());
        text.chars()
                .forEach(each ->
                        safe.append(SPECIAL.indexOf(each) < 0 ? "" : "\\").append((char) each));
        return safe.toString();
    }
}
