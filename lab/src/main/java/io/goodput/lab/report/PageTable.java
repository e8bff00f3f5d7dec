package io.goodput.lab.report;

import static io.goodput.lab.report.Markup.escape;

/** The comparison as a table of the page, each interval under its figure. */
final class PageTable {
    private PageTable() {}

    static String of(ScenarioReport report) {
        return of(Comparison.of(report), "policy");
    }

    /** Another table, with a word over the names of its rows. */
    static String of(Comparison comparison, String corner) {
        var html = new StringBuilder("<thead><tr><th scope=\"col\">" + escape(corner) + "</th>");
        for (var column : comparison.columns()) {
            html.append("<th scope=\"col\" title=\"%s\">%s%s</th>"
                    .formatted(escape(column.explanation()), escape(column.heading()), unit(column.unit())));
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (var row = 0; row < comparison.policies().size(); row++) {
            html.append("<tr class=\"%s\"><th scope=\"row\">%s</th>"
                    .formatted(Palette.of(row), escape(comparison.policies().get(row))));
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
