package io.goodput.lab.report;

import io.goodput.lab.report.Comparison.Cell;
import io.goodput.lab.report.Comparison.Column;
import io.goodput.lab.report.SweepReport.Figure;
import io.goodput.sim.Estimate;
import java.util.ArrayList;
import java.util.List;

/**
 * A sweep as tables. Over one key there is one for each figure: a row for each value, a column for each variant. Over
 * two there is one for each figure and variant: a row for each value of the first, a column for each of the second.
 */
record SweepTables(SweepReport report) {
    /** A table and what stands over it. */
    record Table(String heading, Comparison cells) {}

    List<Table> of(Figure figure) {
        return report.isGrid() ? grids(figure) : List.of(curve(figure));
    }

    private Table curve(Figure figure) {
        var columns = new ArrayList<Column>();
        Scale scale = report.scale(figure);
        for (int i = 0; i < report.variants().size(); i++) {
            columns.add(new Column(
                    report.variants().get(i),
                    "",
                    figure.name(),
                    cells(scale, figure.estimates().get(i), true)));
        }
        SweepReport.Varied axis = report.axes().getFirst();
        return new Table(report.heading(figure), new Comparison(axis.path(), axis.values(), columns));
    }

    private List<Table> grids(Figure figure) {
        SweepReport.Varied rows = report.axes().getFirst();
        SweepReport.Varied across = report.axes().getLast();
        Scale scale = report.scale(figure);
        var tables = new ArrayList<Table>();
        for (int v = 0; v < report.variants().size(); v++) {
            List<Estimate> points = figure.estimates().get(v);
            var columns = new ArrayList<Column>();
            int width = across.values().size();
            for (int c = 0; c < width; c++) {
                var column = new ArrayList<Estimate>();
                for (int r = 0; r < rows.values().size(); r++) {
                    column.add(points.get(r * width + c));
                }
                columns.add(new Column(across.values().get(c), "", across.path(), cells(scale, column, false)));
            }
            tables.add(new Table(
                    report.variants().get(v) + ": " + report.heading(figure) + ", " + rows.path() + " down, "
                            + across.path() + " across",
                    new Comparison("", rows.values(), columns)));
        }
        return tables;
    }

    private static List<Cell> cells(Scale scale, List<Estimate> estimates, boolean intervals) {
        return estimates.stream()
                .map(each -> new Cell(scale.figure(each), intervals ? scale.interval(each) : ""))
                .toList();
    }
}
