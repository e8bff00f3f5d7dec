package io.goodput.logs.map;

import io.goodput.logs.shop.ShopTraffic;
import io.goodput.logs.shop.ShopWorks;
import java.util.Objects;

/** Maps of the shop. */
final class ShopMaps {
    private ShopMaps() {}

    static ServiceMap of(ShopTraffic shop, long width) {
        var builder = new MapBuilder(width);
        shop.lines().forEach(line -> builder.add(Objects.requireNonNull(ShopWorks.parsed(line))));
        return builder.build();
    }

    static MapMoment.EdgeMoment edge(MapMoment moment, String from, String dependency) {
        return moment.edges().stream()
                .filter(edge -> edge.edge().from().equals(from)
                        && edge.edge().dependency().equals(dependency))
                .findFirst()
                .orElseThrow();
    }

    static MapMoment.NodeMoment node(MapMoment moment, String name) {
        return moment.nodes().stream()
                .filter(node -> node.node().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
