package io.goodput.logs.json;

import io.goodput.logs.figures.FlowFigures;
import io.goodput.logs.map.MapMoment.NodeMoment;
import io.goodput.logs.map.MapNode;
import io.goodput.logs.map.ServiceMap;
import io.goodput.logs.wording.MapWords;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a service did over time: {@code x} in seconds since 1970, and for each interval requests and failures a second
 * and latencies in milliseconds. Of an interval of which nobody tells all are null: a gap is no zero.
 */
public final class HealthJson {
    private HealthJson() {}

    /** The tree. */
    public static ObjectNode of(ServiceMap map, MapNode service) {
        List<NodeMoment> over = map.over(service);
        double seconds = map.width() / 1e6;
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("seconds", seconds);
        ArrayNode x = node.putArray("x");
        for (int i = 0; i < over.size(); i++) {
            x.add((map.start() + i * map.width()) / 1_000_000);
        }
        series(node, "rate", over, figures -> figures.count() / seconds);
        series(node, "failed", over, figures -> figures.failed() / seconds);
        series(node, "p50", over, figures -> millis(figures.p50()));
        series(node, "p99", over, figures -> millis(figures.p99()));
        var whole = map.whole();
        ArrayNode said = node.putArray("said");
        whole.nodes().stream()
                .filter(then -> then.node().equals(service))
                .forEach(then -> MapWords.node(then, whole.seconds()).forEach(said::add));
        ArrayNode ill = node.putArray("ill");
        MapWords.illnesses(whole).forEach(ill::add);
        return node;
    }

    private static @Nullable Double millis(@Nullable Double micros) {
        return micros == null ? null : (Double) (micros / 1e3);
    }

    private static void series(
            ObjectNode node, String name, List<NodeMoment> over, Function<FlowFigures, @Nullable Double> figure) {
        ArrayNode series = node.putArray(name);
        for (NodeMoment then : over) {
            Double value = then.isThere() ? figure.apply(then.figures()) : null;
            if (value == null) {
                series.addNull();
            } else {
                series.add(Math.round(value * 1000) / 1000.0);
            }
        }
    }
}
