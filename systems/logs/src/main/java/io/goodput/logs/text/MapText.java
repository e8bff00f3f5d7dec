package io.goodput.logs.text;

import io.goodput.logs.figures.FlowFigures;
import io.goodput.logs.map.Illness;
import io.goodput.logs.map.MapMoment;
import io.goodput.logs.map.ServiceMap;
import io.goodput.logs.wording.Amounts;
import io.goodput.logs.wording.MapWords;
import io.goodput.logs.wording.TimelineWords;
import io.goodput.screen.Screen;
import java.util.List;

/** A map at one moment as text: what is ill first, then a table of services, one of edges, and the causes. */
public final class MapText {
    private final MapMoment moment;
    private final Screen screen;
    private final StringBuilder text = new StringBuilder();

    private MapText(MapMoment moment, Screen screen) {
        this.moment = moment;
        this.screen = screen;
    }

    /** The text, each line ended. */
    public static String render(ServiceMap map, MapMoment moment, Screen screen) {
        return new MapText(moment, screen).render(map);
    }

    private String render(ServiceMap map) {
        line(screen.ink().strong(screen.safe(MapWords.summary(map))));
        line(screen.safe("From " + TimelineWords.instant(moment.from()) + " to " + TimelineWords.instant(moment.to())));
        line("");
        List<String> ill = MapWords.illnesses(moment);
        ill.forEach(sentence -> line(screen.ink().bad(screen.safe(sentence))));
        line(ill.isEmpty() ? "nothing stands out" : "");
        text.append(nodes()).append('\n').append(edges());
        causes();
        return text.toString();
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    private String nodes() {
        var grid = new TextGrid(screen, "service", "rate", "failed", "shed", "p50", "p99", "");
        moment.nodes().stream().filter(node -> !node.node().isLeaf()).forEach(node -> {
            FlowFigures figures = node.figures();
            String name = node.node().name();
            if (node.isThere()) {
                grid.row(
                        name,
                        Amounts.rate(figures.count() / moment.seconds()),
                        Amounts.share(figures.failureShare()),
                        Amounts.digits(figures.refused()),
                        MapWords.time(figures.p50()),
                        MapWords.time(figures.p99()),
                        mark(node.illness()));
            } else {
                grid.row(name, "gap", "", "", "", "", "");
            }
        });
        return grid.render();
    }

    private String edges() {
        var grid = new TextGrid(screen, "edge", "rate", "failed", "retries", "hedges", "refused", "p50", "p99", "");
        moment.edges().forEach(edge -> {
            FlowFigures figures = edge.figures();
            String name = MapWords.name(edge.edge());
            if (edge.isThere()) {
                grid.row(
                        name,
                        Amounts.rate(figures.count() / moment.seconds()),
                        Amounts.share(figures.failureShare()),
                        Amounts.digits(figures.retries()),
                        Amounts.digits(figures.hedges()),
                        Amounts.digits(figures.refused()),
                        MapWords.time(figures.p50()),
                        MapWords.time(figures.p99()),
                        mark(edge.illness()));
            } else {
                grid.row(name, "gap", "", "", "", "", "", "", "");
            }
        });
        return grid.render();
    }

    private static String mark(Illness illness) {
        return switch (illness) {
            case NONE -> "";
            case EDGE -> "EDGE ILL";
            case NODE -> "node ill";
            case UNDECIDED -> "edge or node";
            case SUFFERS -> "suffers";
        };
    }

    private void causes() {
        moment.edges().stream()
                .filter(edge -> edge.isThere() && !edge.figures().errors().isEmpty())
                .forEach(edge -> line(screen.safe("errors " + MapWords.name(edge.edge()) + ": "
                        + MapWords.causes(edge.figures().errors()))));
        moment.nodes().stream()
                .filter(node -> node.isThere() && !node.figures().refusals().isEmpty())
                .forEach(node -> line(screen.safe("shed by " + node.node().name() + ": "
                        + MapWords.causes(node.figures().refusals()))));
    }
}
