package io.goodput.lab.json;

import io.goodput.lab.print.JsonText;
import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.result.SweepResult;
import io.goodput.lab.result.SweepResult.Edge;
import io.goodput.lab.result.SweepResult.Figure;
import io.goodput.lab.result.SweepResult.Window;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A sweep for programs to read; numbers as in {@link JsonReport}. The shape:
 *
 * <pre>{@code
 * {goodput: 1, scenario, about, command, firstSeed, seeds, seconds, settled: {from, to},
 *  axes: [{path, unit, values: []}],
 *  figures: [{name, unit, variants: [{variant, points: [{at: [value of each axis], mean, low, high}]}]}],
 *  bistable: [{variant, lower: {from, to}, upper: {from, to}, runs}], claims: […]}
 * }</pre>
 */
public final class SweepJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SweepJson() {}

    /** The report as indented JSON that ends with a newline; the same report always gives the same text. */
    public static String render(SweepResult report) {
        ScenarioResult runs = report.runs();
        var node = NODES.objectNode()
                .put("goodput", 1)
                .put("scenario", runs.scenario())
                .put("about", runs.about())
                .put("command", runs.command())
                .put("firstSeed", runs.firstSeed())
                .put("seeds", runs.seeds());
        node.set("seconds", JsonText.number(runs.seconds()));
        node.set("settled", JsonReport.span(runs.settled()));
        var axes = node.putArray("axes");
        for (SweepResult.Varied axis : report.axes()) {
            var values = axes.addObject()
                    .put("path", axis.path())
                    .put("unit", axis.unit())
                    .putArray("values");
            axis.values().forEach(values::add);
        }
        var figures = node.putArray("figures");
        report.figures().forEach(figure -> figures.add(figure(report, figure)));
        var windows = node.putArray("bistable");
        report.windows().forEach(window -> windows.add(window(window)));
        var claims = node.putArray("claims");
        runs.claims().forEach(claim -> claims.add(JsonReport.claim(claim)));
        return JsonText.of(node);
    }

    private static ObjectNode figure(SweepResult report, Figure figure) {
        var node = NODES.objectNode()
                .put("name", figure.name())
                .put("unit", figure.unit().symbol());
        var variants = node.putArray("variants");
        for (int v = 0; v < report.variants().size(); v++) {
            var points = variants.addObject()
                    .put("variant", report.variants().get(v))
                    .putArray("points");
            for (int p = 0; p < figure.estimates().get(v).size(); p++) {
                var point = NODES.objectNode();
                var at = point.putArray("at");
                report.valuesAt(p).forEach(at::add);
                points.add(
                        point.setAll(JsonReport.figure(figure.estimates().get(v).get(p))));
            }
        }
        return node;
    }

    private static ObjectNode window(Window window) {
        var node = NODES.objectNode().put("variant", window.variant());
        node.set("lower", edge(window.lower()));
        node.set("upper", edge(window.upper()));
        return node.put("runs", window.runs());
    }

    private static JsonNode edge(@Nullable Edge edge) {
        if (edge == null) {
            return NODES.nullNode();
        }
        var node = NODES.objectNode();
        node.set("from", JsonText.number(edge.from()));
        node.set("to", JsonText.number(edge.to()));
        return node;
    }
}
