package io.goodput.lab.wording;

import io.goodput.sim.Estimate;
import java.util.List;

/**
 * A table of figures as written: its columns in order, each with one cell for each row.
 *
 * @param title over the names of the rows: what the figures are of
 * @param rows their names
 */
public record FigureTable(String title, List<String> rows, List<Column> columns) {
    /**
     * One figure of all rows.
     *
     * @param unit of the cells; empty for a bare number
     * @param explanation what the heading means, in a few words
     */
    public record Column(String heading, String unit, String explanation, List<Cell> cells) {}

    /** A figure and its interval as written; the interval is empty where there is none. */
    public record Cell(String figure, String interval) {}

    /** Figures of one scale, each with its interval. */
    static Column column(String heading, String explanation, Scale scale, List<Estimate> figures) {
        var cells = figures.stream()
                .map(figure -> new Cell(scale.figure(figure), scale.interval(figure)))
                .toList();
        return new Column(heading, scale.unit(), explanation, cells);
    }
}
