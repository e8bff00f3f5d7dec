package io.goodput.lab.fidelity;

import static io.goodput.lab.print.JsonText.number;

import io.goodput.Outcome;
import io.goodput.lab.page.TablePage;
import io.goodput.lab.print.JsonText;
import io.goodput.lab.print.TextRows;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a comparison of the lab with the real thing showed.
 *
 * @param points in the order of the scenarios and their variants
 * @param calls for each real run, what became of its calls
 */
public record FidelityReport(List<Point> points, List<Calls> calls) {
    /** Copies both. */
    public FidelityReport {
        points = List.copyOf(points);
        calls = List.copyOf(calls);
    }

    /**
     * The calls of one real run.
     *
     * @param made all of them; the outcomes together are as many
     */
    public record Calls(String scenario, String variant, int made, Map<Outcome, Integer> outcomes) {
        private String text() {
            String kinds = new TreeMap<>(outcomes)
                    .entrySet().stream()
                            .map(kind -> kind.getValue() + " "
                                    + kind.getKey()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', ' '))
                            .collect(Collectors.joining(", "));
            return scenario + ", " + variant + ": " + made + " calls: " + kinds;
        }
    }

    /** True if every point that is judged is within a tenth. */
    public boolean holds() {
        return points.stream().noneMatch(Point::deviates);
    }

    private TextRows table() {
        var table = new TextRows(
                "scenario", "variant", "seconds", "offered/s", "load", "measured/s", "predicted/s", "ratio", "verdict");
        for (Point point : points) {
            table.row(
                    point.scenario(),
                    point.variant(),
                    String.format(Locale.ROOT, "%.0f..%.0f", point.from(), point.to()),
                    figure(point.offered(), 0),
                    figure(point.load(), 2),
                    figure(point.measured(), 1),
                    figure(point.predicted(), 1),
                    figure(point.ratio(), 3),
                    point.verdict());
        }
        return table;
    }

    private String verdict() {
        long judged = points.stream()
                .filter(point -> point.part() == Point.Part.STEADY)
                .count();
        long off = points.stream().filter(Point::deviates).count();
        return off == 0
                ? "All of " + judged + " points that are judged are within 10 % of the prediction."
                : off + " of " + judged + " points that are judged are off by more than 10 %.";
    }

    /** For the terminal. */
    public String text() {
        return table().text() + "\n"
                + calls.stream().map(run -> run.text() + "\n").collect(Collectors.joining()) + "\n" + verdict() + "\n";
    }

    /** The table alone, for a page of documentation. */
    public String markdown() {
        return table().markdown() + "\n" + verdict() + "\n";
    }

    /** One self-contained page. */
    public String html() {
        return TablePage.render(
                "The lab beside the real thing",
                "Goodput of a real server and a real client on one machine, and what the lab predicts of them.",
                verdict(),
                table(),
                calls.stream().map(Calls::text).toList());
    }

    /**
     * For programs: {@code {goodput: 1, holds, points: [{scenario, variant, from, to, offered, load, measured,
     * predicted, ratio, verdict}], calls: [{scenario, variant, made, outcomes: {success, ...}}]}}; rates per second,
     * times in seconds.
     */
    public String json() {
        var nodes = JsonNodeFactory.instance;
        var node = nodes.objectNode().put("goodput", 1).put("holds", holds());
        var list = node.putArray("points");
        for (Point point : points) {
            var item = list.addObject().put("scenario", point.scenario()).put("variant", point.variant());
            item.set("from", number(point.from()));
            item.set("to", number(point.to()));
            item.set("offered", number(point.offered()));
            item.set("load", number(point.load()));
            item.set("measured", number(point.measured()));
            item.set("predicted", number(point.predicted()));
            item.set("ratio", number(point.ratio()));
            item.put("verdict", point.verdict());
        }
        var runs = node.putArray("calls");
        for (Calls run : calls) {
            var item = runs.addObject()
                    .put("scenario", run.scenario())
                    .put("variant", run.variant())
                    .put("made", run.made());
            var outcomes = item.putObject("outcomes");
            new TreeMap<>(run.outcomes())
                    .forEach((kind, count) -> outcomes.put(kind.name().toLowerCase(Locale.ROOT), count));
        }
        return JsonText.of(node);
    }

    private static String figure(double value, int decimals) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : "-";
    }
}
