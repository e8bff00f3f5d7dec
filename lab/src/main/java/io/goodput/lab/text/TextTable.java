package io.goodput.lab.text;

import io.goodput.lab.wording.FigureTable;
import io.goodput.lab.wording.FigureTable.Cell;
import io.goodput.lab.wording.FigureTable.Column;
import io.goodput.screen.Ink;
import io.goodput.screen.Screen;
import io.goodput.screen.TextWidth;
import java.util.ArrayList;
import java.util.List;

/**
 * The comparison as lines of text. Columns that do not fit beside the others go into a second table below it, under the
 * same rows.
 */
final class TextTable {
    private static final String GAP = "  ";

    private final FigureTable comparison;
    private final int width;
    private final Screen screen;
    private final Ink ink;
    private final List<String> names;
    private final String title;
    private final int nameWidth;

    TextTable(FigureTable comparison, Screen screen) {
        this.comparison = comparison;
        this.width = screen.columns();
        this.screen = screen;
        this.ink = screen.ink();
        var widest = Math.max(12, width / 4);
        names = comparison.rows().stream()
                .map(name -> TextWidth.fit(screen.safe(name), widest, screen.safe("…")))
                .toList();
        title = TextWidth.fit(screen.safe(comparison.title()), widest, screen.safe("…"));
        nameWidth = Math.max(
                TextWidth.of(title),
                names.stream().mapToInt(TextWidth::of).max().orElse(0));
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        for (var columns : stacked()) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(table(columns));
        }
        return lines;
    }

    /** As few tables as the width allows, and among those the most even ones, so that no column stands alone. */
    private List<List<Printed>> stacked() {
        var printed = comparison.columns().stream().map(this::print).toList();
        var tables = stacked(printed, width);
        for (var narrower = width - 1; narrower > nameWidth; narrower--) {
            var evener = stacked(printed, narrower);
            if (evener.size() > tables.size()) {
                break;
            }
            tables = evener;
        }
        return tables;
    }

    private List<List<Printed>> stacked(List<Printed> columns, int width) {
        var tables = new ArrayList<List<Printed>>();
        var table = new ArrayList<Printed>();
        var used = nameWidth;
        for (var column : columns) {
            if (!table.isEmpty() && used + GAP.length() + column.width() > width) {
                tables.add(table);
                table = new ArrayList<>();
                used = nameWidth;
            }
            table.add(column);
            used += GAP.length() + column.width();
        }
        tables.add(table);
        return tables;
    }

    private List<String> table(List<Printed> columns) {
        var lines = new ArrayList<String>();
        var heading = new StringBuilder(TextWidth.left(title, nameWidth));
        for (var column : columns) {
            heading.append(GAP).append(TextWidth.right(column.heading(), column.width()));
        }
        lines.add(ink.faint(heading.toString()));
        for (var row = 0; row < names.size(); row++) {
            var line = new StringBuilder(ink.strong(TextWidth.left(names.get(row), nameWidth)));
            for (var column : columns) {
                line.append(GAP).append(TextWidth.right(column.cells().get(row), column.width()));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /** Intervals are padded to one width, so that the figures before them align. */
    private Printed print(Column column) {
        var intervals = column.cells().stream().map(this::interval).toList();
        var widest = intervals.stream().mapToInt(TextWidth::of).max().orElse(0);
        var cells = new ArrayList<String>();
        for (var row = 0; row < intervals.size(); row++) {
            var figure = screen.safe(column.cells().get(row).figure());
            cells.add(widest == 0 ? figure : figure + " " + TextWidth.left(intervals.get(row), widest));
        }
        var heading = screen.safe(heading(column));
        var width = Math.max(
                TextWidth.of(heading),
                cells.stream().mapToInt(TextWidth::of).max().orElse(0));
        return new Printed(heading, cells, width);
    }

    private String interval(Cell cell) {
        var interval = cell.interval();
        return screen.safe(interval.isEmpty() || interval.startsWith("±") ? interval : "(" + interval + ")");
    }

    private static String heading(Column column) {
        return switch (column.unit()) {
            case "" -> column.heading();
            case "×" -> column.heading();
            case "/s" -> column.heading() + "/s";
            default -> column.heading() + " (" + column.unit() + ")";
        };
    }

    private record Printed(String heading, List<String> cells, int width) {}
}
