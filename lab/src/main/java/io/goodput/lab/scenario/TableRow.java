package io.goodput.lab.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * How the lines of a table come apart into cells. Quotes hold what would otherwise part them, and are taken off.
 *
 * @param separator a tab, a semicolon or a comma; a line feed, which no line has, if there is but one cell
 */
record TableRow(char separator) {
    private static final char NONE = '\n';

    /** As the first line has it. A comma may be a decimal comma where cells are parted by something else. */
    static TableRow like(String line) {
        String unquoted = line.replaceAll("\"[^\"]*\"", "");
        for (char candidate : new char[] {'\t', ';', ','}) {
            if (unquoted.indexOf(candidate) >= 0) {
                return new TableRow(candidate);
            }
        }
        return new TableRow(NONE);
    }

    /** At least one cell; none at all if a quote is not closed. */
    List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return quoted ? List.of() : cells;
    }
}
