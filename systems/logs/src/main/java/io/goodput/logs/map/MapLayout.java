package io.goodput.logs.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the nodes of a map stand: in layers, so that calls lead down (Sugiyama, Tagawa and Toda, 1981). A layer is the
 * longest way from who is called by nobody; an edge that would lead up closes a circle, and is drawn against the
 * direction. Within a layer each stands near the middle of those it is joined to, and an edge that passes a layer has a
 * place of its own in it. The same map always gives the same places.
 *
 * @param layers from the top; in each, from the left, nodes and the edges that pass
 */
public record MapLayout(List<List<Place>> layers) {
    private static final int SWEEPS = 8;

    /** What stands in a layer. */
    public sealed interface Place {
        /** A node. */
        record At(MapNode node) implements Place {}

        /** An edge on its way through. */
        record Passing(MapEdge edge, int layer) implements Place {}
    }

    /** The layout of a map. */
    public static MapLayout of(ServiceMap map) {
        return new MapLayout(new Sweeps(map).layers());
    }

    /** The places that an edge leads through, with both ends, from the upper to the lower. */
    public List<Place> way(MapEdge edge) {
        List<Place> way = new ArrayList<>();
        for (List<Place> layer : layers) {
            for (Place place : layer) {
                if (place instanceof Place.Passing passing ? passing.edge.equals(edge) : isEnd(place, edge)) {
                    way.add(place);
                }
            }
        }
        return way;
    }

    private static boolean isEnd(Place place, MapEdge edge) {
        return place instanceof Place.At at && (at.node.equals(edge.to()) || at.node.equals(caller(edge)));
    }

    private static MapNode caller(MapEdge edge) {
        return new MapNode(edge.from(), false);
    }

    /** The layout in the making. */
    private static final class Sweeps {
        private final ServiceMap map;
        private final Map<MapNode, Integer> depths = new LinkedHashMap<>();
        private final Map<Place, List<Place>> above = new HashMap<>();
        private final Map<Place, List<Place>> below = new HashMap<>();

        Sweeps(ServiceMap map) {
            this.map = map;
        }

        List<List<Place>> layers() {
            List<MapEdge> down = downward();
            for (int i = 0; i < map.nodes().size(); i++) {
                down.forEach(this::push);
            }
            List<List<Place>> layers = new ArrayList<>();
            depths.forEach((node, depth) -> layer(layers, depth).add(new Place.At(node)));
            map.edges().forEach(edge -> place(edge, layers));
            for (int sweep = 0; sweep < SWEEPS; sweep++) {
                boolean isDown = sweep % 2 == 0;
                for (int i = 1; i < layers.size(); i++) {
                    int at = isDown ? i : layers.size() - 1 - i;
                    order(layers.get(at), layers.get(isDown ? at - 1 : at + 1), isDown ? above : below);
                }
            }
            return layers;
        }

        /** Edges without those that close a circle, as a walk in depth finds them; each node at the top, for now. */
        private List<MapEdge> downward() {
            map.nodes().forEach(node -> depths.put(node, 0));
            List<MapEdge> down = new ArrayList<>();
            Map<MapNode, Boolean> isDone = new HashMap<>();
            map.nodes().stream()
                    .sorted(Comparator.comparing(node ->
                            map.edges().stream().anyMatch(edge -> edge.to().equals(node))))
                    .forEach(node -> walk(node, isDone, down));
            return down;
        }

        private void walk(MapNode node, Map<MapNode, Boolean> isDone, List<MapEdge> down) {
            if (isDone.putIfAbsent(node, false) != null) {
                return;
            }
            for (MapEdge edge : map.edges()) {
                if (caller(edge).equals(node) && !Boolean.FALSE.equals(isDone.get(edge.to()))) {
                    down.add(edge);
                    walk(edge.to(), isDone, down);
                }
            }
            isDone.put(node, true);
        }

        private void push(MapEdge edge) {
            int least = depths.getOrDefault(caller(edge), 0) + 1;
            depths.merge(edge.to(), least, Math::max);
        }

        private static List<Place> layer(List<List<Place>> layers, int depth) {
            while (layers.size() <= depth) {
                layers.add(new ArrayList<>());
            }
            return layers.get(depth);
        }

        private void place(MapEdge edge, List<List<Place>> layers) {
            int from = depths.getOrDefault(caller(edge), 0);
            int to = depths.getOrDefault(edge.to(), 0);
            Place last = new Place.At(from <= to ? caller(edge) : edge.to());
            for (int layer = Math.min(from, to) + 1; layer < Math.max(from, to); layer++) {
                var passing = new Place.Passing(edge, layer);
                layers.get(layer).add(passing);
                join(last, passing);
                last = passing;
            }
            join(last, new Place.At(from <= to ? edge.to() : caller(edge)));
        }

        private void join(Place upper, Place lower) {
            if (!upper.equals(lower)) {
                below.computeIfAbsent(upper, _ -> new ArrayList<>()).add(lower);
                above.computeIfAbsent(lower, _ -> new ArrayList<>()).add(upper);
            }
        }

        /** Each near the middle of those it is joined to; who is joined to nobody stays where it is. */
        private static void order(List<Place> layer, List<Place> fixed, Map<Place, List<Place>> joined) {
            Map<Place, Double> middles = new HashMap<>();
            for (int i = 0; i < layer.size(); i++) {
                double here = (i + 0.5) / layer.size();
                double middle = joined.getOrDefault(layer.get(i), List.of()).stream()
                        .mapToInt(fixed::indexOf)
                        .filter(index -> index >= 0)
                        .mapToDouble(index -> (index + 0.5) / fixed.size())
                        .average()
                        .orElse(here);
                middles.put(layer.get(i), middle);
            }
            layer.sort(Comparator.comparing(middles::get));
        }
    }
}
