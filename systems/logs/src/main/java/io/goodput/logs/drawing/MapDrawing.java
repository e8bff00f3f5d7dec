package io.goodput.logs.drawing;

import static io.goodput.logs.drawing.Drawing.number;

import io.goodput.logs.drawing.Drawing.Shape;
import io.goodput.logs.map.Illness;
import io.goodput.logs.map.MapEdge;
import io.goodput.logs.map.MapLayout;
import io.goodput.logs.map.MapLayout.Place;
import io.goodput.logs.map.MapMoment;
import io.goodput.logs.map.MapMoment.EdgeMoment;
import io.goodput.logs.map.MapMoment.NodeMoment;
import io.goodput.logs.map.ServiceMap;
import io.goodput.logs.wording.MapWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A map at one moment, as a picture: nodes are boxes in layers, calls lead down. Places do not change over time. */
public final class MapDrawing {
    private static final double NODE = 148;
    private static final double HEIGHT = 56;
    private static final double PASSING = 24;
    private static final double GAP = 44;
    private static final double BETWEEN = 116;
    private static final double LINE = 13;
    private static final double MARGIN = 12;

    private final MapLayout layout;
    private final Map<Place, Double> middles = new HashMap<>();
    private final Map<Place, Double> tops = new HashMap<>();
    private final double width;

    private final Map<MapEdge, Spot> spots = new HashMap<>();

    /** Where the figures of an edge stand. */
    private record Spot(double x, double y) {}

    /** Draws maps of this layout. */
    public MapDrawing(ServiceMap map) {
        this(map, MapLayout.of(map));
    }

    private MapDrawing(ServiceMap map, MapLayout layout) {
        this.layout = layout;
        this.width =
                layout.layers().stream().mapToDouble(MapDrawing::width).max().orElse(0) + 2 * MARGIN;
        double top = MARGIN;
        for (List<Place> layer : layout.layers()) {
            double x = (width - width(layer)) / 2;
            for (Place place : layer) {
                middles.put(place, x + width(place) / 2);
                tops.put(place, top);
                x += width(place) + GAP;
            }
            top += HEIGHT + BETWEEN;
        }
        map.edges().forEach(edge -> spots.put(edge, middle(edge)));
        stagger();
    }

    /** The middle of its first stretch; of a service that calls itself, beside it. */
    private Spot middle(MapEdge edge) {
        List<Place> way = layout.way(edge);
        double x = middles.getOrDefault(way.getFirst(), 0.0);
        double y = tops.getOrDefault(way.getFirst(), 0.0) + HEIGHT + BETWEEN / 2;
        return way.size() < 2
                ? new Spot(x + NODE / 2, y - BETWEEN / 2)
                : new Spot((x + middles.getOrDefault(way.get(1), 0.0)) / 2, y);
    }

    /** Neighbours stand above and below each other in turn, so that their figures do not run together. */
    private void stagger() {
        List<MapEdge> byPlace = new ArrayList<>(spots.keySet());
        byPlace.sort(Comparator.comparingDouble((MapEdge edge) -> middle(edge).y)
                .thenComparingDouble(edge -> middle(edge).x)
                .thenComparing(MapEdge::from)
                .thenComparing(MapEdge::dependency));
        for (int i = 0; i < byPlace.size(); i++) {
            Spot spot = middle(byPlace.get(i));
            spots.put(byPlace.get(i), new Spot(spot.x, spot.y + (i % 2 == 0 ? -2 * LINE : LINE)));
        }
    }

    private static double width(List<Place> layer) {
        return layer.stream().mapToDouble(place -> width(place) + GAP).sum() - GAP;
    }

    private static double width(Place place) {
        return place instanceof Place.At ? NODE : PASSING;
    }

    /** The picture. */
    public Drawing draw(MapMoment moment) {
        List<Shape> shapes = new ArrayList<>();
        moment.edges().forEach(edge -> shapes.add(edge(edge, moment.seconds())));
        moment.nodes().forEach(node -> shapes.add(node(node, moment.seconds())));
        int layers = layout.layers().size();
        double height = layers * HEIGHT + Math.max(0, layers - 1) * BETWEEN + 2 * MARGIN;
        return new Drawing(width, height, MapWords.label(moment), false, shapes);
    }

    private Shape node(NodeMoment moment, double seconds) {
        var place = new Place.At(moment.node());
        double middle = middles.getOrDefault(place, 0.0);
        double top = tops.getOrDefault(place, 0.0);
        List<String> lines = MapWords.node(moment, seconds);
        List<Shape> shapes = new ArrayList<>();
        shapes.add(new Shape.Box("box", middle - NODE / 2, top, NODE, HEIGHT));
        shapes.add(new Shape.Label("name", middle, top + 18, fit(moment.node().name(), 19)));
        List<String> brief =
                moment.node().isLeaf() ? lines : MapWords.brief(moment.isThere(), moment.figures(), seconds);
        for (int i = 0; i < brief.size(); i++) {
            shapes.add(new Shape.Label("figure", middle, top + 33 + LINE * i, fit(brief.get(i), 24)));
        }
        String kind = "node " + (moment.node().isLeaf() ? "leaf " : "") + state(moment.isThere(), moment.illness());
        return new Shape.Group(kind, moment.node().name() + "\n" + String.join("\n", lines), "", shapes);
    }

    private static String state(boolean isThere, Illness illness) {
        return isThere ? "ill-" + illness.name().toLowerCase(Locale.ROOT) : "gone";
    }

    private static String fit(String text, int most) {
        int points = text.codePointCount(0, text.length());
        return points <= most ? text : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    private Shape edge(EdgeMoment moment, double seconds) {
        MapEdge edge = moment.edge();
        List<Place> way = layout.way(edge);
        List<String> lines = MapWords.edge(moment, seconds);
        List<Shape> shapes = new ArrayList<>();
        shapes.add(new Shape.Line("way", way.size() < 2 ? loop(edge) : path(way, edge)));
        Spot spot = spots.getOrDefault(edge, new Spot(0, 0));
        List<String> brief = MapWords.brief(moment.isThere(), moment.figures(), seconds);
        for (int i = 0; i < brief.size(); i++) {
            shapes.add(new Shape.Label("figure", spot.x, spot.y + LINE * i, brief.get(i)));
        }
        String title = MapWords.name(edge) + "\n" + String.join("\n", lines);
        return new Shape.Group("edge " + state(moment.isThere(), moment.illness()), title, "", shapes);
    }

    /** From the lower edge of one to the upper edge of the next, with an arrow at who is called. */
    private String path(List<Place> way, MapEdge edge) {
        var data = new StringBuilder();
        for (int i = 0; i + 1 < way.size(); i++) {
            double x = middles.getOrDefault(way.get(i), 0.0);
            double y = tops.getOrDefault(way.get(i), 0.0) + HEIGHT;
            double toX = middles.getOrDefault(way.get(i + 1), 0.0);
            double toY = tops.getOrDefault(way.get(i + 1), 0.0);
            double bend = (toY - y) / 2;
            data.append("M%s %sC%s %s %s %s %s %s"
                    .formatted(
                            number(x),
                            number(y),
                            number(x),
                            number(y + bend),
                            number(toX),
                            number(toY - bend),
                            number(toX),
                            number(toY)));
            if (way.get(i + 1) instanceof Place.Passing) {
                data.append("v").append(number(HEIGHT));
            }
        }
        boolean isDown = way.getLast().equals(new Place.At(edge.to()));
        Place head = isDown ? way.getLast() : way.getFirst();
        double x = middles.getOrDefault(head, 0.0);
        double y = tops.getOrDefault(head, 0.0) + (isDown ? 0 : HEIGHT);
        double back = isDown ? -7 : 7;
        return data.append("M%s %sL%s %sL%s %s"
                        .formatted(
                                number(x - 4), number(y + back), number(x), number(y), number(x + 4), number(y + back)))
                .toString();
    }

    /** Of a service that calls itself. */
    private String loop(MapEdge edge) {
        var place = new Place.At(edge.to());
        double x = middles.getOrDefault(place, 0.0) + NODE / 2;
        double y = tops.getOrDefault(place, 0.0) + HEIGHT / 2;
        return "M%s %sc24 -14 24 30 0 16".formatted(number(x), number(y - 8));
    }
}
