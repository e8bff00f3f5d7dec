package io.goodput.lab.catalogue;

import io.goodput.lab.wording.FigureTable;
import io.goodput.lab.wording.FigureTable.Cell;
import io.goodput.lab.wording.FigureTable.Column;
import java.util.List;
import java.util.stream.Collectors;

/** What a page of Markdown is made of. */
final class Markdown {
    private Markdown() {}

    /** Text of a scenario, in which Markdown finds nothing to mark up, and a table no end of a cell. */
    static String text(String text) {
        return text.strip()
                .codePoints()
                .mapToObj(point -> "\\`*_[]<>|".indexOf(point) >= 0
                        ? "\\" + Character.toString(point)
                        : Character.isWhitespace(point) ? " " : Character.toString(point))
                .collect(Collectors.joining());
    }

    static String table(FigureTable comparison) {
        var table = new StringBuilder(row(
                comparison.title(),
                comparison.columns().stream().map(Markdown::heading).toList()));
        table.append("|---|")
                .append("---:|".repeat(comparison.columns().size()))
                .append('\n');
        for (int i = 0; i < comparison.rows().size(); i++) {
            int variant = i;
            table.append(row(
                    "**" + comparison.rows().get(i) + "**",
                    comparison.columns().stream()
                            .map(column -> figure(column.cells().get(variant)))
                            .toList()));
        }
        return table.toString();
    }

    private static String row(String first, List<String> cells) {
        return "| " + first + " | " + String.join(" | ", cells) + " |\n";
    }

    private static String heading(Column column) {
        return column.unit().isEmpty() ? column.heading() : column.heading() + " (" + column.unit() + ")";
    }

    private static String figure(Cell cell) {
        String interval = cell.interval();
        if (interval.isEmpty()) {
            return cell.figure();
        }
        return cell.figure() + " " + (interval.startsWith("±") ? interval : "(" + interval + ")");
    }
}
