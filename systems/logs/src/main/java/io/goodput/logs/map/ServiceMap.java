package io.goodput.logs.map;

import io.goodput.logs.figures.FlowFigures;
import io.goodput.logs.figures.FlowSeries;
import io.goodput.logs.figures.ServicePresence;
import io.goodput.logs.map.MapMoment.EdgeMoment;
import io.goodput.logs.map.MapMoment.NodeMoment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who calls whom, and how that went in each interval.
 *
 * @param start of the first interval, in microseconds since 1970
 * @param width of each, in microseconds
 * @param intervals how many there are
 * @param first when the first record was written, in microseconds since 1970
 * @param last likewise the last
 * @param nodes by name, services before leaves
 * @param edges by the names of their ends
 * @param leftOut services and dependencies that are not in it, for there are too many
 * @param counted where the figures come from
 */
public record ServiceMap(
        long start,
        long width,
        int intervals,
        long first,
        long last,
        List<MapNode> nodes,
        List<MapEdge> edges,
        long leftOut,
        Counted counted) {
    private static final long SHORTEST = 1_000_000;

    /**
     * The series that figures are read from; they no longer change.
     *
     * @param units of each service
     * @param attempts of each edge
     * @param presences of each service
     */
    public record Counted(
            Map<String, FlowSeries> units, Map<MapEdge, FlowSeries> attempts, Map<String, ServicePresence> presences) {}

    /** All intervals together. */
    public MapMoment whole() {
        return moment(first, Math.max(last, first + SHORTEST), FlowSeries::whole);
    }

    /**
     * One interval.
     *
     * @param interval from 0
     */
    public MapMoment at(int interval) {
        if (interval < 0 || interval >= intervals) {
            throw new IllegalArgumentException("interval: " + interval + " (expected: 0 to " + (intervals - 1) + ")");
        }
        long from = start + interval * width;
        return moment(from, from + width, series -> series.figures(Math.floorDiv(from, width)));
    }

    /** Those that write records. */
    public List<MapNode> services() {
        return nodes.stream().filter(node -> !node.isLeaf()).toList();
    }

    /** Where requests come in: whom nobody calls, the busiest of several; null if there is no service. */
    public @Nullable MapNode door() {
        Map<MapNode, Double> busy = whole().nodes().stream()
                .collect(Collectors.toMap(
                        NodeMoment::node, then -> then.figures().count()));
        List<MapNode> all = services();
        return all.stream()
                .filter(service -> callers(service).findAny().isEmpty())
                .max(Comparator.<MapNode>comparingDouble(service -> busy.getOrDefault(service, 0.0))
                        .thenComparing(MapNode::name, Comparator.reverseOrder()))
                .orElse(all.isEmpty() ? null : all.getFirst());
    }

    /** A service in each interval. Whether it is ill is not asked. */
    public List<NodeMoment> over(MapNode service) {
        List<NodeMoment> all = new ArrayList<>();
        for (int i = 0; i < intervals; i++) {
            long from = start + i * width;
            all.add(node(service, from, from + width, series -> series.figures(Math.floorDiv(from, width))));
        }
        return all;
    }

    private MapMoment moment(long from, long to, Function<FlowSeries, FlowFigures> figures) {
        List<EdgeMoment> edgesThen = new ArrayList<>();
        for (MapEdge edge : edges) {
            FlowSeries series = counted.attempts.get(edge);
            edgesThen.add(new EdgeMoment(
                    edge,
                    isThere(edge.from(), from, to),
                    series == null ? FlowFigures.ZERO : figures.apply(series),
                    Illness.NONE));
        }
        List<NodeMoment> nodesThen = new ArrayList<>();
        nodes.forEach(node -> nodesThen.add(node(node, from, to, figures)));
        return Diagnosis.of(new MapMoment(from, to, nodesThen, edgesThen));
    }

    private NodeMoment node(MapNode node, long from, long to, Function<FlowSeries, FlowFigures> figures) {
        FlowSeries series = counted.units.get(node.name());
        return new NodeMoment(
                node,
                node.isLeaf() ? isCallerThere(node, from, to) : isThere(node.name(), from, to),
                node.isLeaf() || series == null ? FlowFigures.ZERO : figures.apply(series),
                Illness.NONE);
    }

    private boolean isThere(String service, long from, long to) {
        ServicePresence presence = counted.presences.get(service);
        return presence != null && presence.isThere(from, to);
    }

    private boolean isCallerThere(MapNode leaf, long from, long to) {
        return callers(leaf).anyMatch(caller -> isThere(caller, from, to));
    }

    private Stream<String> callers(MapNode node) {
        return edges.stream().filter(edge -> edge.to().equals(node)).map(MapEdge::from);
    }
}
