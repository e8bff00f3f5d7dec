package io.goodput.logs.table;

import io.goodput.config.problem.Echo;
import io.goodput.screen.TextWidth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table for the terminal: numbers to the right, and as wide as the screen at most. */
public final class TableText {
    private static final String GAP = "  ";
    private static final int NARROWEST = 4;

    private TableText() {}

    /**
     * The lines, each ended.
     *
     * @param width in characters; what does not fit is cut where it is widest, and ends with {@code …}
     */
    public static String render(ResultTable table, int width) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(table.columns().stream().map(Echo::escaped).toList());
        table.rows()
                .forEach(row -> cells.add(row.stream()
                        .map(value -> Echo.escaped(TableValues.shown(value)))
                        .toList()));
        int columns = table.columns().size();
        int[] widths = IntStream.range(0, columns)
                .map(column -> cells.stream()
                        .mapToInt(row -> TextWidth.of(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        fit(widths, width - GAP.length() * (columns - 1));
        boolean[] toTheRight = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            toTheRight[column] = TableValues.isNumeric(table, column);
        }
        return cells.stream().map(row -> line(row, widths, toTheRight)).collect(Collectors.joining());
    }

    private static void fit(int[] widths, int width) {
        while (Arrays.stream(widths).sum() > width) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (widths[widest] <= NARROWEST) {
                return;
            }
            widths[widest]--;
        }
    }

    private static String line(List<String> row, int[] widths, boolean[] toTheRight) {
        return IntStream.range(0, row.size())
                        .mapToObj(column -> cell(row.get(column), widths[column], toTheRight[column]))
                        .collect(Collectors.joining(GAP))
                        .stripTrailing()
                + "\n";
    }

    private static String cell(String text, int width, boolean toTheRight) {
        String cut = TextWidth.fit(text, width, "…");
        return toTheRight ? TextWidth.right(cut, width) : TextWidth.left(cut, width);
    }
}
