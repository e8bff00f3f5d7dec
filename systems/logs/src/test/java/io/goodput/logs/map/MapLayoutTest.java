package io.goodput.logs.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.logs.drawing.Drawing.Shape;
import io.goodput.logs.drawing.MapDrawing;
import io.goodput.logs.map.MapLayout.Place;
import io.goodput.property.ForAll;
import io.goodput.property.Property;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MapLayoutTest {
    /** {@code a>b} is a service that calls a service, {@code a>b?} one that calls a leaf. */
    private static ServiceMap map(List<String> calls) {
        List<MapNode> nodes = new ArrayList<>();
        List<MapEdge> edges = new ArrayList<>();
        for (String call : calls) {
            String[] ends = call.replace("?", "").split(">", -1);
            var to = new MapNode(ends[1], call.endsWith("?"));
            nodes.add(new MapNode(ends[0], false));
            nodes.add(to);
            edges.add(new MapEdge(ends[0], ends[1], to));
        }
        var counted = new ServiceMap.Counted(Map.of(), Map.of(), Map.of());
        return new ServiceMap(0, 1, 1, 0, 0, nodes.stream().distinct().toList(), edges, 0, counted);
    }

    private static List<List<String>> names(MapLayout layout) {
        return layout.layers().stream()
                .map(layer -> layer.stream()
                        .map(place -> place instanceof Place.At at ? at.node().name() : "|")
                        .toList())
                .toList();
    }

    @Test
    void calls_lead_down_and_a_long_one_has_a_place_in_each_layer_that_it_passes() {
        MapLayout layout = MapLayout.of(map(List.of("web>orders", "orders>stock", "stock>db?", "web>db?")));

        assertThat(names(layout)).hasSize(4);
        assertThat(names(layout).get(0)).containsExactly("web");
        assertThat(names(layout).get(1)).containsExactlyInAnyOrder("orders", "|");
        assertThat(names(layout).get(2)).containsExactlyInAnyOrder("stock", "|");
        assertThat(names(layout).get(3)).containsExactly("db");
    }

    @Test
    void who_calls_in_a_circle_or_itself_has_a_place() {
        MapLayout layout = MapLayout.of(map(List.of("a>b", "b>c", "c>a", "b>b")));

        assertThat(names(layout)).containsExactly(List.of("a"), List.of("b", "|"), List.of("c"));
    }

    @Test
    void lines_cross_no_more_than_they_must() {
        MapLayout layout = MapLayout.of(map(List.of("a>z", "b>y", "c>x")));

        assertThat(names(layout)).containsExactly(List.of("a", "b", "c"), List.of("z", "y", "x"));
    }

    @Property(tries = 50)
    void whatever_calls_whatever_each_stands_once_and_always_in_the_same_place(@ForAll long seed) {
        var random = new Random(seed);
        List<String> calls = new ArrayList<>();
        for (int i = 0; i < random.nextInt(1, 25); i++) {
            calls.add("s" + random.nextInt(8) + ">s" + random.nextInt(8));
        }
        calls = new ArrayList<>(calls.stream().distinct().toList());
        ServiceMap map = map(calls);
        MapLayout layout = MapLayout.of(map);

        List<MapNode> placed = layout.layers().stream()
                .flatMap(List::stream)
                .filter(Place.At.class::isInstance)
                .map(place -> ((Place.At) place).node())
                .toList();
        assertThat(placed).containsExactlyInAnyOrderElementsOf(map.nodes());
        for (MapEdge edge : map.edges()) {
            assertThat(layout.way(edge))
                    .hasSizeGreaterThanOrEqualTo(edge.from().equals(edge.to().name()) ? 1 : 2);
        }
        assertThat(MapLayout.of(map)).isEqualTo(layout);
        var drawing = new MapDrawing(map).draw(map.whole());
        assertThat(drawing.shapes()).hasSize(map.nodes().size() + map.edges().size());
        assertThat(Collections.frequency(
                        drawing.shapes().stream().map(Shape::getClass).toList(), Shape.Group.class))
                .isEqualTo(drawing.shapes().size());
    }
}
