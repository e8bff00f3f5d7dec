package io.goodput.lab.page;

import io.goodput.lab.drawing.ChartMetric;
import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.result.VariantResult;
import io.goodput.lab.wording.Figures;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The numbers that the page draws, as JSON safe inside a script element. Numbers only: no text of the scenario comes
 * near a script.
 */
final class PageData {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PageData() {}

    static String of(ScenarioResult report) {
        var node = NODES.objectNode();
        node.put("seconds", report.seconds());
        node.set("settled", span(report.settled()));
        var disturbances = node.putArray("disturbances");
        report.disturbances().forEach(each -> disturbances.add(span(each.span())));
        var axes = node.putObject("axes");
        for (var metric : ChartMetric.values()) {
            var axis = metric.axis(report);
            var drawn = axes.putObject(metric.key).put("bottom", axis.bottom()).put("top", axis.top());
            if (axis.bottom() > 0) {
                var ticks = drawn.putArray("ticks");
                axis.ticks().forEach(ticks::add);
            }
        }
        var variants = node.putArray("variants");
        report.variants().forEach(variant -> variants.add(curves(report, variant)));
        return new JsonMapper().writeValueAsString(node);
    }

    private static ObjectNode curves(ScenarioResult report, VariantResult variant) {
        var node = NODES.objectNode();
        for (var metric : ChartMetric.values()) {
            var curve = metric.curve(report, variant);
            var drawn = node.putObject(metric.key).put("first", curve.first()).put("step", curve.step());
            drawn.set("mean", numbers(curve.mean()));
            if (metric.hasBand(report)) {
                drawn.set("low", numbers(curve.low()));
                drawn.set("high", numbers(curve.high()));
            }
            var reference = metric.reference(variant);
            if (reference != null) {
                drawn.set("offered", numbers(reference.mean()));
            }
            var tail = metric.tail(report, variant);
            if (tail != null) {
                drawn.set("p99", numbers(tail.mean()));
            }
        }
        return node;
    }

    private static ArrayNode numbers(double[] values) {
        var array = NODES.arrayNode(values.length);
        for (var value : values) {
            var drawn = Figures.coarse(value);
            if (!Double.isFinite(drawn)) {
                array.addNull();
            } else if (drawn == Math.rint(drawn)) {
                array.add((long) drawn);
            } else {
                array.add(drawn);
            }
        }
        return array;
    }

    private static ArrayNode span(ScenarioResult.Span span) {
        return NODES.arrayNode().add(span.from()).add(span.to());
    }
}
