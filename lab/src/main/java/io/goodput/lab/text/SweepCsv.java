package io.goodput.lab.text;

import io.goodput.lab.print.JsonText;
import io.goodput.lab.result.SweepResult;
import io.goodput.lab.result.SweepResult.Figure;
import io.goodput.sim.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A sweep as comma-separated values (RFC 4180, but for lines that end with LF): a line for each variant and point, in
 * which each figure has three columns, {@code goodput,goodput_low,goodput_high}. Times are in seconds, rates per
 * second; what was not measured is empty.
 */
public final class SweepCsv {
    private SweepCsv() {}

    /** The report as text, with a line of headings. */
    public static String render(SweepResult report) {
        var headings = new ArrayList<String>();
        headings.add("variant");
        report.axes().forEach(axis -> headings.add(axis.path()));
        for (Figure figure : report.figures()) {
            headings.addAll(List.of(figure.name(), figure.name() + "_low", figure.name() + "_high"));
        }
        var text = new StringBuilder(line(headings));
        int points = report.figures().getFirst().estimates().getFirst().size();
        for (int v = 0; v < report.variants().size(); v++) {
            for (int p = 0; p < points; p++) {
                var cells = new ArrayList<String>();
                cells.add(report.variants().get(v));
                cells.addAll(report.valuesAt(p));
                for (Figure figure : report.figures()) {
                    Estimate each = figure.estimates().get(v).get(p);
                    cells.addAll(List.of(number(each.mean()), number(each.low()), number(each.high())));
                }
                text.append(line(cells));
            }
        }
        return text.toString();
    }

    private static String number(double value) {
        return Double.isFinite(value) ? JsonText.number(value).toString() : "";
    }

    private static String line(List<String> cells) {
        return cells.stream().map(SweepCsv::cell).collect(Collectors.joining(",")) + "\n";
    }

    private static String cell(String text) {
        return text.matches("[^\",\\s]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
