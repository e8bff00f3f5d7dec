package io.goodput.logs.json;

import io.goodput.Outcome;
import io.goodput.logs.figures.FlowFigures;
import io.goodput.logs.map.MapMoment;
import io.goodput.logs.map.ServiceMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A map at one moment as JSON: {@code nodes} and {@code edges} with their figures, re-inflated. Where nobody tells of
 * that time, {@code there} is false and there are no figures.
 */
public final class MapJson {
    private MapJson() {}

    /** The tree. */
    public static ObjectNode of(ServiceMap map, MapMoment moment) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("start_us", map.start())
                .put("interval_us", map.width())
                .put("intervals", map.intervals())
                .put("left_out", map.leftOut())
                .put("from_us", moment.from())
                .put("to_us", moment.to());
        ArrayNode nodes = node.putArray("nodes");
        moment.nodes()
                .forEach(then -> figures(
                        nodes.addObject()
                                .put("name", then.node().name())
                                .put("leaf", then.node().isLeaf()),
                        then.isThere(),
                        then.illness().name(),
                        then.node().isLeaf() ? null : then.figures()));
        ArrayNode edges = node.putArray("edges");
        moment.edges()
                .forEach(then -> figures(
                        edges.addObject()
                                .put("from", then.edge().from())
                                .put("dependency", then.edge().dependency())
                                .put("to", then.edge().to().name())
                                .put("leaf", then.edge().to().isLeaf()),
                        then.isThere(),
                        then.illness().name(),
                        then.figures()));
        return node;
    }

    private static void figures(ObjectNode node, boolean isThere, String illness, @Nullable FlowFigures figures) {
        node.put("there", isThere).put("illness", illness.toLowerCase(Locale.ROOT));
        if (isThere && figures != null) {
            put(node, figures);
        }
    }

    private static void put(ObjectNode node, FlowFigures figures) {
        node.put("count", rounded(figures.count()));
        ObjectNode outcomes = node.putObject("outcomes");
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome.name().toLowerCase(Locale.ROOT), rounded(figures.ended(outcome)));
        }
        node.put("failure_share", rounded(figures.failureShare()))
                .put("retries", rounded(figures.retries()))
                .put("hedges", rounded(figures.hedges()));
        causes(node.putObject("errors"), figures.errors());
        causes(node.putObject("refusals"), figures.refusals());
        if (figures.p50() != null && figures.p99() != null) {
            node.put("p50_us", Math.round(figures.p50())).put("p99_us", Math.round(figures.p99()));
        }
    }

    private static void causes(ObjectNode node, Map<String, Double> causes) {
        causes.forEach((cause, many) -> node.put(cause, rounded(many)));
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
