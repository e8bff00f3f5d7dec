package io.goodput.lab.report;

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

    static String of(ScenarioReport report) {
        var node = NODES.objectNode();
        node.put("seconds", report.seconds());
        node.put("band", report.seeds() > 1);
        node.set("settled", span(report.settled()));
        var disturbances = node.putArray("disturbances");
        report.disturbances().forEach(span -> disturbances.add(span(span)));
        var tops = node.putObject("tops");
        for (var metric : Metric.values()) {
            tops.put(metric.key, Axis.upTo(metric.largest(report), 5).top());
        }
        var policies = node.putArray("policies");
        report.policies().forEach(policy -> policies.add(curves(policy, report.seeds() > 1)));
        return new JsonMapper().writeValueAsString(node);
    }

    private static ObjectNode curves(PolicyReport policy, boolean band) {
        var node = NODES.objectNode();
        for (var metric : Metric.values()) {
            var timeline = policy.timeline();
            var curve = Curve.of(metric.of(timeline), timeline.step(), metric.withinStep);
            var drawn = node.putObject(metric.key).put("first", curve.first()).put("step", curve.step());
            drawn.set("mean", numbers(curve.mean()));
            if (band) {
                drawn.set("low", numbers(curve.low()));
                drawn.set("high", numbers(curve.high()));
            }
            var reference = metric.reference(timeline);
            if (reference != null) {
                drawn.set(
                        "offered",
                        numbers(Curve.of(reference, timeline.step(), metric.withinStep)
                                .mean()));
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

    private static ArrayNode span(ScenarioReport.Span span) {
        return NODES.arrayNode().add(span.from()).add(span.to());
    }
}
