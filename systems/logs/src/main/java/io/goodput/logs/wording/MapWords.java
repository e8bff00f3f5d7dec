package io.goodput.logs.wording;

import io.goodput.logs.figures.FlowFigures;
import io.goodput.logs.map.Illness;
import io.goodput.logs.map.MapEdge;
import io.goodput.logs.map.MapMoment;
import io.goodput.logs.map.MapMoment.EdgeMoment;
import io.goodput.logs.map.MapMoment.NodeMoment;
import io.goodput.logs.map.ServiceMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A map in words. */
public final class MapWords {
    private static final String GONE = "no records";

    private MapWords() {}

    /** {@code 4 services, 2 leaves, 6 edges, 18 intervals of 10 s from …}. */
    public static String summary(ServiceMap map) {
        long leaves = map.nodes().stream().filter(node -> node.isLeaf()).count();
        String all = TimelineWords.plural(map.nodes().size() - leaves, "service", "services")
                + ", " + TimelineWords.plural(leaves, "leaf", "leaves")
                + ", " + TimelineWords.plural(map.edges().size(), "edge", "edges")
                + ", " + TimelineWords.plural(map.intervals(), "interval", "intervals")
                + " of " + Amounts.time(map.width()) + " from " + TimelineWords.instant(map.start());
        return map.leftOut() == 0 ? all : all + "; " + map.leftOut() + " more are left out";
    }

    /** What a picture shows, for who does not see it. */
    public static String label(MapMoment moment) {
        List<String> ill = illnesses(moment);
        return "Services and what they call; " + (ill.isEmpty() ? "nothing stands out" : String.join("; ", ill));
    }

    /** {@code orders → payments}, with the name that it is called by where that is another. */
    public static String name(MapEdge edge) {
        String to = edge.to().name();
        return edge.from() + " → " + to + (to.equals(edge.dependency()) ? "" : " (as " + edge.dependency() + ")");
    }

    /** Two lines for a picture: how much and how well, how long at most but for one in a hundred. */
    public static List<String> brief(boolean isThere, FlowFigures figures, double seconds) {
        if (!isThere) {
            return List.of(GONE);
        }
        String flow = flow(figures, seconds);
        return figures.p99() == null ? List.of(flow) : List.of(flow, "p99 " + Amounts.time(figures.p99()));
    }

    /** A line for each thing that is to be said of a node. */
    public static List<String> node(NodeMoment moment, double seconds) {
        if (!moment.isThere()) {
            return List.of(GONE);
        }
        FlowFigures figures = moment.figures();
        if (moment.node().isLeaf()) {
            return moment.illness() == Illness.NONE ? List.of("writes no records") : List.of("fails its callers");
        }
        List<String> all = new ArrayList<>();
        all.add(flow(figures, seconds));
        if (figures.p99() != null) {
            all.add(latency(figures));
        }
        causes(all, "errors", figures.errors());
        causes(all, "shed", figures.refusals());
        return all;
    }

    /** A line for each thing that is to be said of an edge. */
    public static List<String> edge(EdgeMoment moment, double seconds) {
        if (!moment.isThere()) {
            return List.of(GONE);
        }
        FlowFigures figures = moment.figures();
        List<String> all = new ArrayList<>();
        all.add(flow(figures, seconds));
        if (figures.p99() != null) {
            all.add(latency(figures));
        }
        if (figures.retries() > 0 || figures.hedges() > 0) {
            all.add("retries " + Amounts.share(figures.retries() / figures.count()) + ", hedges "
                    + Amounts.share(figures.hedges() / figures.count()));
        }
        causes(all, "errors", figures.errors());
        causes(all, "refused", figures.refusals());
        return all;
    }

    private static String flow(FlowFigures figures, double seconds) {
        String rate = Amounts.rate(figures.count() / seconds);
        return figures.failed() == 0 ? rate : rate + ", " + Amounts.share(figures.failureShare()) + " failed";
    }

    private static String latency(FlowFigures figures) {
        return "p50 " + time(figures.p50()) + ", p99 " + time(figures.p99());
    }

    /** What was not measured is a dash. */
    public static String time(@Nullable Double micros) {
        return micros == null ? "–" : Amounts.time(micros);
    }

    private static void causes(List<String> all, String what, Map<String, Double> causes) {
        if (!causes.isEmpty()) {
            all.add(what + ": " + causes(causes));
        }
    }

    /** {@code NoAnswer 12, Declined 3}: the most frequent first. */
    public static String causes(Map<String, Double> causes) {
        return causes.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(cause -> cause.getKey() + " " + Amounts.digits(cause.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** A sentence for each that is ill, edges first. */
    public static List<String> illnesses(MapMoment moment) {
        List<String> all = new ArrayList<>();
        moment.edges().stream()
                .filter(edge -> edge.illness() == Illness.EDGE || edge.illness() == Illness.UNDECIDED)
                .forEach(edge -> all.add("the way " + name(edge.edge()) + " is ill: "
                        + Amounts.share(edge.figures().failureShare()) + " failed"
                        + (edge.illness() == Illness.UNDECIDED
                                ? ", or what is behind it (nobody else calls it or tells)"
                                : "")));
        moment.nodes().stream()
                .filter(node -> node.illness() == Illness.NODE)
                .forEach(node -> all.add(node.node().name() + " is ill"));
        moment.nodes().stream()
                .filter(node -> node.illness() == Illness.SUFFERS)
                .forEach(node -> all.add(node.node().name() + " suffers from what it needs"));
        return all;
    }
}
