package io.goodput.logs.table;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table as CSV (RFC 4180). Text that a spreadsheet would take for a formula gets an apostrophe in front, which makes
 * it text there.
 */
public final class TableCsv {
    private static final String FORMULA_BEGINS = "=+-@\t\r";

    private TableCsv() {}

    /** With a line of names on top. */
    public static String render(ResultTable table) {
        return line(table.columns()) + table.rows().stream().map(TableCsv::line).collect(Collectors.joining());
    }

    private static String line(List<? extends @Nullable Object> row) {
        return row.stream().map(TableCsv::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(@Nullable Object value) {
        String text = TableValues.exact(value);
        if (value instanceof String && !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.chars().anyMatch(each -> each == '"' || each == ',' || each == '\n' || each == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
