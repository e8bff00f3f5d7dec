package io.goodput.lab.text;

import io.goodput.lab.drawing.Curve;
import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.result.Timeline;
import io.goodput.lab.wording.Disturbance;
import io.goodput.lab.wording.Figures;
import io.goodput.screen.Ink;
import io.goodput.screen.Screen;
import io.goodput.screen.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Goodput over time as a row of bars for each variant, under a row of what was offered, all of one scale. */
final class TextChart {
    private static final int WIDEST = 120;

    /** Lines for each variant: enough to see a third of the goodput missing. */
    private static final int ROWS = 2;

    private final ScenarioResult report;
    private final Screen screen;
    private final Glyphs glyphs;
    private final Ink ink;
    private final int labels;
    private final int columns;

    TextChart(ScenarioResult report, Screen screen) {
        this.report = report;
        this.screen = screen;
        this.glyphs = Glyphs.of(screen);
        this.ink = screen.ink();
        int width = screen.columns();
        var longest = report.variants().stream()
                .mapToInt(variant -> TextWidth.of(screen.safe(variant.name())))
                .max()
                .orElse(0);
        labels = Math.min(Math.max("offered".length(), longest), Math.max(12, width / 4));
        columns = Math.min(WIDEST, width - labels - 2);
    }

    List<String> lines() {
        if (report.variants().isEmpty()) {
            return List.of();
        }
        var offered = bars(report.variants().getFirst().timeline().offered());
        var goodput = report.variants().stream()
                .map(variant -> bars(variant.timeline().goodput()))
                .toList();
        var highest = Math.max(
                max(offered), goodput.stream().mapToDouble(TextChart::max).max().orElse(0));
        var lines = new ArrayList<String>();
        var of = report.seeds() == 1 ? "" : ", mean of " + report.seeds() + " seeds";
        var heading = "goodput in calls/s over time" + of + "; a full bar is " + Figures.number(highest);
        TextWidth.wrap(screen.safe(heading), labels + 2 + columns).forEach(line -> lines.add(ink.faint(line)));
        lines.addAll(rows("offered", offered, highest, ink::faint));
        for (var i = 0; i < goodput.size(); i++) {
            var bars = goodput.get(i);
            lines.addAll(rows(report.variants().get(i).name(), bars, highest, row -> painted(row, bars, offered)));
        }
        lines.add(label("") + ink.faint(glyphs.corner + floor()));
        lines.add(label("") + " " + ink.faint(scale()));
        lines.add(label("") + " " + ink.faint(legend()));
        return lines;
    }

    /** The lines of one curve, the highest first; its name stands beside the lowest. */
    private List<String> rows(String name, double[] bars, double highest, UnaryOperator<String> paint) {
        var rows = new ArrayList<String>();
        for (var row = ROWS - 1; row >= 0; row--) {
            rows.add(label(row == 0 ? name : "") + ink.faint(glyphs.wall) + paint.apply(row(bars, highest, row)));
        }
        return rows;
    }

    private String label(String name) {
        return TextWidth.left(TextWidth.fit(screen.safe(name), labels, screen.safe("…")), labels) + " ";
    }

    /** The mean in each column; NaN where nothing is known. */
    private double[] bars(Timeline.Band band) {
        var step = report.variants().getFirst().timeline().step();
        var curve = Curve.of(band, step, 0.5);
        var bars = new double[columns];
        for (var i = 0; i < columns; i++) {
            var from = i * report.seconds() / columns;
            var to = (i + 1) * report.seconds() / columns;
            var average = curve.average(from, to);
            // Fewer points than columns: a bar without a point of its own goes on like the one before.
            bars[i] = Double.isNaN(average) && i > 0 && curve.step() > to - from ? bars[i - 1] : average;
        }
        return bars;
    }

    private static double max(double[] bars) {
        var max = 0.0;
        for (var bar : bars) {
            max = bar > max ? bar : max;
        }
        return max;
    }

    private String row(double[] bars, double highest, int row) {
        var line = new StringBuilder();
        for (var bar : bars) {
            line.append(level(bar, highest, row));
        }
        return line.toString();
    }

    /** What of a bar is seen in one of its lines, the lowest being line 0; any goodput at all leaves a trace there. */
    private char level(double bar, double highest, int row) {
        if (!(bar > 0)) {
            return ' ';
        }
        var steps = screen.levels().length();
        var height = Math.max(1, Math.round(bar / highest * steps * ROWS));
        var here = Math.clamp(height - (long) row * steps, 0, steps);
        return here == 0 ? ' ' : screen.levels().charAt(here - 1);
    }

    /** Where less than half of what is offered comes back, the bars are in the colour of failure. */
    private String painted(String row, double[] goodput, double[] offered) {
        var line = new StringBuilder();
        var from = 0;
        for (var i = 1; i <= columns; i++) {
            if (i == columns || starved(goodput[i], offered[i]) != starved(goodput[from], offered[from])) {
                var part = row.substring(from, i);
                line.append(starved(goodput[from], offered[from]) ? ink.bad(part) : ink.good(part));
                from = i;
            }
        }
        return line.toString();
    }

    private static boolean starved(double goodput, double offered) {
        return goodput < offered / 2;
    }

    private String floor() {
        var floor = new StringBuilder(glyphs.floor.repeat(columns));
        mark(floor, report.settled(), glyphs.settled);
        report.disturbances().forEach(each -> mark(floor, each.span(), glyphs.disturbed));
        return floor.toString();
    }

    private void mark(StringBuilder floor, ScenarioResult.Span span, String mark) {
        var from = Math.clamp(Math.round(span.from() / report.seconds() * columns), 0, columns - 1);
        var to = Math.clamp(Math.round(span.to() / report.seconds() * columns), from + 1, columns);
        floor.replace(from, to, mark.repeat(to - from));
    }

    private String scale() {
        var end = Figures.plain(report.seconds()) + " s";
        return "0 s" + TextWidth.right(end, columns - 3);
    }

    private String legend() {
        var marks = new ArrayList<String>();
        if (!report.disturbances().isEmpty()) {
            marks.add(glyphs.disturbed + " " + Disturbance.label(report));
        }
        marks.add(glyphs.settled + " measured at " + Figures.seconds(report.settled()));
        return TextWidth.fit(
                marks.stream()
                        .map(mark -> mark.charAt(0) + screen.safe(mark.substring(1)))
                        .collect(Collectors.joining("   ")),
                columns,
                screen.safe("…"));
    }
}
