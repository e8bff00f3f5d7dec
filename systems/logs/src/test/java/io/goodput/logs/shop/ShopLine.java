package io.goodput.logs.shop;

import io.goodput.logs.wording.TimelineWords;
import java.util.Objects;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A record in the making, on the clock of its service. */
final class ShopLine {
    final ObjectNode node = JsonNodeFactory.instance.objectNode();

    ShopLine(String service, long at, String kind) {
        long told = at + Objects.requireNonNull(ShopTraffic.CLOCKS.get(service));
        node.put("v", 1).put("kind", kind).put("at", TimelineWords.instant(told));
        node.put("service", service).put("instance", service + "-1").put("release", "1.4.2");
    }

    ShopLine put(String name, String value) {
        node.put(name, value);
        return this;
    }

    ShopLine put(String name, long value) {
        node.put(name, value);
        return this;
    }

    @Override
    public String toString() {
        return node.toString();
    }
}
