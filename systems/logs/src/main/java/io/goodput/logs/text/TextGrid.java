package io.goodput.logs.text;

import io.goodput.screen.Screen;
import io.goodput.screen.TextWidth;
import java.util.ArrayList;
import java.util.List;

/**
 * A table for a terminal: the first column to the left and shortened where the line would be too long, others right.
 */
final class TextGrid {
    private static final int NARROWEST = 12;

    private final Screen screen;
    private final List<List<String>> rows = new ArrayList<>();

    TextGrid(Screen screen, String... headings) {
        this.screen = screen;
        rows.add(List.of(headings));
    }

    TextGrid row(String... cells) {
        rows.add(List.of(cells).stream().map(screen::safe).toList());
        return this;
    }

    /** Lines, the last column as long as the line allows. */
    String render() {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        rows.forEach(row -> {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], TextWidth.of(row.get(i)));
            }
        });
        int others = 0;
        for (int i = 1; i < columns; i++) {
            others += widths[i] + 2;
        }
        widths[0] = Math.min(widths[0], Math.max(NARROWEST, screen.columns() - others));
        var text = new StringBuilder();
        for (List<String> row : rows) {
            var line = new StringBuilder(
                    TextWidth.left(TextWidth.fit(row.getFirst(), widths[0], screen.rest()), widths[0]));
            for (int i = 1; i < columns; i++) {
                if (widths[i] == 0) {
                    continue;
                }
                line.append("  ").append(TextWidth.right(row.get(i), widths[i]));
            }
            String whole = line.toString().stripTrailing();
            text.append(text.isEmpty() ? screen.ink().faint(whole) : whole).append('\n');
        }
        return text.toString();
    }
}
