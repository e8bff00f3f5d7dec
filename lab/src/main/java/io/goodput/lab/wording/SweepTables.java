package io.goodput.lab.wording;

import io.goodput.lab.result.SweepResult;
import io.goodput.lab.result.SweepResult.Figure;
import io.goodput.lab.wording.FigureTable.Cell;
import io.goodput.lab.wording.FigureTable.Column;
import io.goodput.sim.Estimate;
import java.util.ArrayList;
import java.util.List;

/**
 * A sweep as tables. Over one key there is one for each figure: a row for each value, a column for each variant. Over
 * two there is one for each figure and variant: a row for each value of the first, a column for each of the second.
 */
public record SweepTables(SweepResult report) {
    /** A table and what stands over it. */
    public record Table(String heading, FigureTable cells) {}

    public List<Table> of(Figure figure) {
        return report.isGrid() ? grids(figure) : List.of(curve(figure));
    }

    private Table curve(Figure figure) {
        var columns = new ArrayList<Column>();
        Scale scale = SweepWords.scale(figure);
        for (int i = 0; i < report.variants().size(); i++) {
            columns.add(new Column(
                    report.variants().get(i),
                    "",
                    figure.name(),
                    cells(scale, figure.estimates().get(i), true)));
        }
        SweepResult.Varied axis = report.axes().getFirst();
        return new Table(SweepWords.heading(figure), new FigureTable(axis.path(), axis.values(), columns));
    }

    private List<Table> grids(Figure figure) {
        SweepResult.Varied rows = report.axes().getFirst();
        SweepResult.Varied across = report.axes().getLast();
        Scale scale = SweepWords.scale(figure);
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
                    report.variants().get(v) + ": " + SweepWords.heading(figure) + ", " + rows.path() + " down, "
                            + across.path() + " across",
                    new FigureTable("", rows.values(), columns)));
        }
        return tables;
    }

    private static List<Cell> cells(Scale scale, List<Estimate> estimates, boolean intervals) {
        return estimates.stream()
                .map(each -> new Cell(scale.figure(each), intervals ? scale.interval(each) : ""))
                .toList();
    }
}
