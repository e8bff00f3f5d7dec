package io.goodput.lab.print;

import io.goodput.page.Markup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A small table, as text or as markdown. The first column is a name, to the left; the others are figures, to the right.
 */
public final class TextRows {
    private final int columns;
    private final List<String[]> rows = new ArrayList<>();

    /** A table with these headings and no rows. */
    public TextRows(String... headings) {
        this.columns = headings.length;
        rows.add(headings.clone());
    }

    /** Adds a row, one cell for each heading. */
    public TextRows row(String... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException("cells: " + cells.length + " (expected: " + columns + ")");
        }
        rows.add(cells.clone());
        return this;
    }

    /** Aligned columns, two spaces apart; each line ends with a newline. */
    public String text() {
        int[] widths = new int[columns];
        rows.forEach(row -> Arrays.setAll(widths, column -> Math.max(widths[column], row[column].length())));
        var text = new StringBuilder();
        for (String[] row : rows) {
            var line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                String space = " ".repeat(widths[column] - row[column].length());
                line.append(column == 0 ? row[column] + space : "  " + space + row[column]);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** The same as a table in markdown. */
    public String markdown() {
        var text = new StringBuilder();
        for (int row = 0; row < rows.size(); row++) {
            text.append("| ").append(String.join(" | ", rows.get(row))).append(" |\n");
            if (row == 0) {
                text.append("|---|").append("---:|".repeat(columns - 1)).append('\n');
            }
        }
        return text.toString();
    }

    /** The same as a table of HTML, escaped. */
    public String html() {
        var text = new StringBuilder("<table>\n<thead>");
        for (int row = 0; row < rows.size(); row++) {
            text.append("<tr>");
            for (int column = 0; column < columns; column++) {
                text.append(cell(row, column));
            }
            text.append(row == 0 ? "</tr></thead>\n<tbody>\n" : "</tr>\n");
        }
        return text.append("</tbody>\n</table>\n").toString();
    }

    private String cell(int row, int column) {
        String cell = Markup.escape(rows.get(row)[column]);
        if (row == 0) {
            return "<th scope=\"col\">" + cell + "</th>";
        }
        return column == 0 ? "<th scope=\"row\">" + cell + "</th>" : "<td>" + cell + "</td>";
    }
}
