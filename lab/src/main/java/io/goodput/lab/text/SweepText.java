package io.goodput.lab.text;

import io.goodput.lab.result.SweepResult;
import io.goodput.lab.result.SweepResult.Figure;
import io.goodput.lab.wording.Facts;
import io.goodput.lab.wording.Figures;
import io.goodput.lab.wording.Scale;
import io.goodput.lab.wording.SweepTables;
import io.goodput.lab.wording.SweepWords;
import io.goodput.screen.Ink;
import io.goodput.screen.Screen;
import io.goodput.screen.TextWidth;
import io.goodput.sim.Estimate;
import java.util.ArrayList;
import java.util.List;

/** A sweep for people in front of a terminal: each figure as a row of bars for each variant, and as a table. */
public final class SweepText {
    private final SweepResult report;
    private final int width;
    private final Screen screen;
    private final Glyphs glyphs;
    private final Ink ink;

    private SweepText(SweepResult report, Screen screen) {
        this.report = report;
        width = screen.columns();
        this.screen = screen;
        glyphs = Glyphs.of(screen);
        ink = screen.ink();
    }

    /** The report as lines, each ended by a newline, that fit the screen where tables can. */
    public static String render(SweepResult report, Screen screen) {
        return new SweepText(report, screen).render();
    }

    private String render() {
        var lines = new ArrayList<String>();
        lines.add(ink.strong(screen.safe(report.runs().scenario())));
        lines.addAll(prose(report.runs().about()));
        for (Figure figure : report.figures()) {
            if (!report.isGrid()) {
                lines.add("");
                lines.addAll(sparklines(figure));
            }
            for (SweepTables.Table table : new SweepTables(report).of(figure)) {
                lines.add("");
                if (report.isGrid()) {
                    lines.addAll(prose(table.heading()));
                }
                lines.addAll(new TextTable(table.cells(), screen).lines());
            }
        }
        lines.add("");
        report.windows().forEach(window -> lines.addAll(prose(SweepWords.sentence(report, window))));
        lines.addAll(TerminalReport.claims(report.runs(), screen));
        lines.addAll(prose(String.join(", ", Facts.of(report.runs()))).stream()
                .map(ink::faint)
                .toList());
        return String.join("\n", lines) + "\n";
    }

    private List<String> prose(String text) {
        return text.isBlank() ? List.of() : TextWidth.wrap(screen.safe(text), width);
    }

    /** All of one height: a full bar is the largest of them. */
    private List<String> sparklines(Figure figure) {
        Scale scale = SweepWords.scale(figure);
        double largest = figure.isShare()
                ? 1
                : figure.all().stream()
                        .mapToDouble(Estimate::mean)
                        .filter(Double::isFinite)
                        .max()
                        .orElse(0);
        var lines = new ArrayList<String>();
        lines.add(ink.strong(screen.safe(SweepWords.heading(figure)))
                + ink.faint(screen.safe("; a full bar is " + Figures.number(largest * scale.factor()))));
        int longest = report.variants().stream().mapToInt(TextWidth::of).max().orElse(0);
        for (int i = 0; i < report.variants().size(); i++) {
            var bars = new StringBuilder();
            figure.estimates().get(i).forEach(each -> bars.append(bar(each.mean(), largest)));
            lines.add(TextWidth.left(report.variants().get(i), longest) + " " + ink.faint(glyphs.wall) + bars);
        }
        return lines;
    }

    private char bar(double value, double largest) {
        if (!(value > 0)) {
            return ' ';
        }
        int steps = screen.levels().length();
        return screen.levels().charAt(Math.clamp((int) Math.ceil(value / largest * steps) - 1, 0, steps - 1));
    }
}
