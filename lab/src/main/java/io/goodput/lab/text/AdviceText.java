package io.goodput.lab.text;

import io.goodput.lab.result.AdviceResult;
import io.goodput.lab.result.AdviceResult.Row;
import io.goodput.lab.wording.FigureTable;
import io.goodput.lab.wording.FigureTable.Cell;
import io.goodput.lab.wording.FigureTable.Column;
import io.goodput.lab.wording.Figures;
import io.goodput.lab.wording.Scale;
import io.goodput.screen.Ink;
import io.goodput.screen.Screen;
import io.goodput.screen.TextWidth;
import io.goodput.sim.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Advice for people in front of a terminal: what to write, and why. */
public final class AdviceText {
    private AdviceText() {}

    /** The report as lines, each ended by a newline. */
    public static String render(AdviceResult report, Screen screen) {
        Ink ink = screen.ink();
        var lines = new ArrayList<String>();
        lines.add(ink.strong(
                screen.safe(report.scenario() + " (" + report.variant() + "): a guard for " + report.population())));
        lines.addAll(TextWidth.wrap(screen.safe(sentence(report)), screen.columns()));
        lines.add("");
        lines.addAll(report.yaml().lines().map(screen::safe).toList());
        lines.add("");
        int number = 0;
        for (Row row : report.rows()) {
            lines.add(TextWidth.fit(
                    (row.isAdvised() ? "> " : "  ") + number++ + "  " + screen.safe(row.settings()),
                    screen.columns(),
                    screen.safe("…")));
        }
        lines.add("");
        lines.addAll(new TextTable(table(report.rows()), screen).lines());
        lines.addAll(TextWidth.wrap(
                screen.safe(
                        "goodput: at " + report.span() + ", from the first disturbance on; during: while something is"
                                + " disturbed; settled: in the settled window. " + report.tried() + " candidates, "
                                + report.runs() + " runs, the last under " + report.seeds() + " seeds."),
                screen.columns()));
        return String.join("\n", lines) + "\n";
    }

    private static String sentence(AdviceResult report) {
        Estimate gain = report.gain();
        return switch (report.verdict()) {
            case BETTER ->
                "Recommended: " + advised(report) + "; " + Figures.number(gain.mean())
                        + " calls/s more than as written (" + Figures.number(gain.low()) + " to "
                        + Figures.number(gain.high()) + ", paired).";
            case SIMPLER ->
                "Recommended: " + advised(report) + ", which is simpler and not shown to be worse than as written.";
            case KEEP -> "Keep what is written: nothing tried is shown to be better, or as good and simpler.";
        };
    }

    private static String advised(AdviceResult report) {
        return report.rows().stream()
                .filter(Row::isAdvised)
                .map(Row::settings)
                .findFirst()
                .orElse("");
    }

    private static FigureTable table(List<Row> rows) {
        var names = new ArrayList<String>();
        rows.forEach(_ -> names.add(Integer.toString(names.size())));
        return new FigureTable(
                "",
                names,
                List.of(
                        rate("goodput", rows, Row::goodput),
                        rate("during", rows, Row::disturbed),
                        rate("settled", rows, Row::settled),
                        column("amplification", rows, Row::amplification, false),
                        column("P(metastable)", rows, Row::metastable, false),
                        column("recovery", rows, Row::recovery, true),
                        column("p99", rows, Row::p99, true)));
    }

    private static Column rate(String heading, List<Row> rows, Function<Row, Estimate> figure) {
        List<Estimate> all = rows.stream().map(figure).toList();
        return column(heading, Scale.of("/s", all), all);
    }

    private static Column column(String heading, List<Row> rows, Function<Row, Estimate> figure, boolean isTime) {
        List<Estimate> all = rows.stream().map(figure).toList();
        return column(heading, isTime ? Scale.time(all) : Scale.of("", all), all);
    }

    private static Column column(String heading, Scale scale, List<Estimate> all) {
        return new Column(
                heading,
                scale.unit(),
                "",
                all.stream()
                        .map(each -> new Cell(scale.figure(each), scale.interval(each)))
                        .toList());
    }
}
