package io.goodput.logs.json;

import io.goodput.logs.drawing.Drawing;
import io.goodput.logs.drawing.Drawing.Shape;
import io.goodput.logs.drawing.TimelineRow;
import io.goodput.logs.map.MapMoment;
import io.goodput.logs.wording.MapWords;
import io.goodput.logs.wording.TimelineWords;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pictures for the page, which builds them element by element: {@code w}, {@code h}, {@code label}, {@code stretches}
 * and {@code shapes}, each of a kind {@code k} and a group {@code in} with its {@code title}, a box {@code r}, a line
 * {@code d}, or a text {@code s} at {@code t}.
 */
public final class DrawingJson {
    private DrawingJson() {}

    /** A picture. */
    public static ObjectNode of(Drawing drawing) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("w", drawing.width())
                .put("h", drawing.height())
                .put("label", drawing.label())
                .put("stretches", drawing.stretches());
        shapes(node.putArray("shapes"), drawing.shapes());
        return node;
    }

    private static void shapes(ArrayNode array, List<Shape> shapes) {
        shapes.forEach(shape -> shape(array.addObject(), shape));
    }

    private static void shape(ObjectNode node, Shape shape) {
        switch (shape) {
            case Shape.Group group -> {
                node.put("k", group.kind()).put("title", group.title());
                shapes(node.putArray("in"), group.shapes());
            }
            case Shape.Box box ->
                node.put("k", box.kind())
                        .putArray("r")
                        .add(tenth(box.x()))
                        .add(tenth(box.y()))
                        .add(tenth(box.width()))
                        .add(tenth(box.height()));
            case Shape.Line line -> node.put("k", line.kind()).put("d", line.data());
            case Shape.Label label ->
                node.put("k", label.kind())
                        .put("s", label.text())
                        .putArray("t")
                        .add(tenth(label.x()))
                        .add(tenth(label.y()));
        }
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** A row of a timeline. */
    public static ObjectNode of(TimelineRow row) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("depth", row.depth())
                .put("kind", row.kind())
                .put("name", row.name())
                .put("took", row.took())
                .put("remarks", row.remarks());
        ArrayNode details = node.putArray("details");
        row.details().forEach(details::add);
        node.set("drawing", of(row.drawing()));
        return node;
    }

    /** A moment of a map: when it is, what is ill, and its picture. */
    public static ObjectNode of(MapMoment moment, Drawing drawing) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("from", TimelineWords.instant(moment.from()))
                .put("to", TimelineWords.instant(moment.to()));
        ArrayNode ill = node.putArray("ill");
        MapWords.illnesses(moment).forEach(ill::add);
        node.set("drawing", of(drawing));
        return node;
    }
}
