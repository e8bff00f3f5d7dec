package io.goodput.lab.page;

import static io.goodput.page.Markup.escape;

import io.goodput.lab.drawing.Palette;
import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.wording.FigureTable;
import io.goodput.lab.wording.ScenarioTable;

/** The comparison as a table of the page, each interval under its figure. */
final class PageTable {
    private PageTable() {}

    static String of(ScenarioResult report) {
        return of(ScenarioTable.of(report));
    }

    static String of(FigureTable comparison) {
        var html = new StringBuilder("<thead><tr><th scope=\"col\">" + escape(comparison.title()) + "</th>");
        for (var column : comparison.columns()) {
            html.append("<th scope=\"col\" title=\"%s\">%s%s</th>"
                    .formatted(escape(column.explanation()), escape(column.heading()), unit(column.unit())));
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (var row = 0; row < comparison.rows().size(); row++) {
            html.append("<tr class=\"%s\"><th scope=\"row\">%s</th>"
                    .formatted(Palette.of(row), escape(comparison.rows().get(row))));
            for (var column : comparison.columns()) {
                var cell = column.cells().get(row);
                html.append("<td>").append(escape(cell.figure()));
                html.append(cell.interval().isEmpty() ? "" : "<small>" + escape(cell.interval()) + "</small>");
                html.append("</td>");
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody>").toString();
    }

    private static String unit(String unit) {
        return unit.isEmpty() ? "" : " <small>" + escape(unit) + "</small>";
    }
}
