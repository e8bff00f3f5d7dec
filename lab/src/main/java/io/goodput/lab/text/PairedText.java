package io.goodput.lab.text;

import io.goodput.lab.result.PairedResult;
import io.goodput.lab.result.PairedResult.Row;
import io.goodput.lab.result.PairedResult.Variant;
import io.goodput.lab.wording.FigureTable;
import io.goodput.lab.wording.FigureTable.Cell;
import io.goodput.lab.wording.FigureTable.Column;
import io.goodput.lab.wording.Figures;
import io.goodput.lab.wording.PairedVerdict;
import io.goodput.lab.wording.Scale;
import io.goodput.screen.Ink;
import io.goodput.screen.Screen;
import io.goodput.screen.TextWidth;
import io.goodput.sim.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A paired comparison for people in front of a terminal: a table for each variant. */
public final class PairedText {
    private final Screen screen;
    private final Ink ink;
    private final int width;

    private PairedText(Screen screen) {
        this.screen = screen;
        ink = screen.ink();
        width = screen.columns();
    }

    /** The report as lines, each ended by a newline. */
    public static String render(PairedResult report, Screen screen) {
        return new PairedText(screen).render(report);
    }

    private String render(PairedResult report) {
        var lines = new ArrayList<String>();
        lines.add(ink.strong(screen.safe(report.scenario() + ", with " + report.change())));
        for (Variant variant : report.variants()) {
            lines.add("");
            lines.addAll(new TextTable(table(variant), screen).lines());
        }
        lines.add("");
        lines.addAll(TextWidth.wrap(
                screen.safe("difference: with the change minus as written, 95 % confidence; paired over "
                        + report.seeds() + " seeds, each with the same random numbers on both sides; unpaired: what"
                        + " the same runs would show if their seeds were not the same"),
                Math.min(width, 96)));
        return String.join("\n", lines) + "\n";
    }

    private static FigureTable table(Variant variant) {
        List<Row> rows = variant.rows();
        return new FigureTable(
                variant.name(),
                rows.stream().map(PairedText::name).toList(),
                List.of(
                        column("as written", rows, row -> new Cell(scale(row).figure(row.before()), "")),
                        column("changed", rows, row -> new Cell(scale(row).figure(row.after()), "")),
                        column("difference", rows, row -> difference(row, row.paired())),
                        column("unpaired", rows, row -> new Cell(interval(row, row.unpaired()), "")),
                        column("pairs", rows, row -> new Cell(Integer.toString(row.pairs()), "")),
                        column("verdict", rows, row -> new Cell(PairedVerdict.of(row.verdict()), ""))));
    }

    private static String name(Row row) {
        String unit = scale(row).unit();
        return row.name() + (unit.isEmpty() ? "" : unit.startsWith("/") ? unit : " (" + unit + ")");
    }

    private static Column column(String heading, List<Row> rows, Function<Row, Cell> cell) {
        return new Column(heading, "", "", rows.stream().map(cell).toList());
    }

    private static Cell difference(Row row, Estimate difference) {
        if (!difference.isDefined()) {
            return new Cell(Figures.ABSENT, "");
        }
        String sign = difference.mean() > 0 ? "+" : "";
        return new Cell(sign + fine(row, difference).figure(difference), interval(row, difference));
    }

    private static String interval(Row row, Estimate difference) {
        return difference.hasInterval() ? fine(row, difference).bounds(difference) : "";
    }

    /** The unit of the figures, but decimals enough for what may be small beside them. */
    private static Scale fine(Row row, Estimate difference) {
        Scale scale = scale(row);
        double largest = Math.max(Math.abs(difference.low()), Math.abs(difference.high()));
        double seen = Double.isNaN(largest) ? Math.abs(difference.mean()) : largest;
        return new Scale(scale.unit(), scale.factor(), Figures.decimals(seen * scale.factor()));
    }

    private static Scale scale(Row row) {
        List<Estimate> both = List.of(row.before(), row.after());
        return switch (row.unit()) {
            case NONE -> Scale.of("", both);
            case PER_SECOND -> Scale.of("/s", both);
            case SECONDS -> Scale.time(both);
        };
    }
}
