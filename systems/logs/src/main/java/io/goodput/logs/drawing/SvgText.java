package io.goodput.logs.drawing;

import static io.goodput.logs.drawing.Drawing.number;
import static io.goodput.page.Markup.escape;

import io.goodput.logs.drawing.Drawing.Shape;
import java.util.List;

/** A drawing as SVG inside an HTML file, whose style sheet colours it. */
public final class SvgText {
    private final StringBuilder svg = new StringBuilder();

    private SvgText() {}

    /** The element. */
    public static String of(Drawing drawing) {
        var text = new SvgText();
        String size = drawing.stretches()
                ? "preserveAspectRatio=\"none\""
                : "width=\"%s\" height=\"%s\"".formatted(number(drawing.width()), number(drawing.height()));
        text.svg.append("<svg viewBox=\"0 0 %s %s\" %s role=\"img\" aria-label=\"%s\">\n"
                .formatted(number(drawing.width()), number(drawing.height()), size, escape(drawing.label())));
        text.shapes(drawing.shapes());
        return text.svg.append("</svg>\n").toString();
    }

    private void shapes(List<Shape> shapes) {
        shapes.forEach(this::shape);
    }

    private void shape(Shape shape) {
        switch (shape) {
            case Shape.Group group -> {
                svg.append("<g class=\"").append(group.kind()).append("\">\n");
                if (!group.title().isEmpty()) {
                    svg.append("<title>").append(escape(group.title())).append("</title>\n");
                }
                shapes(group.shapes());
                svg.append("</g>\n");
            }
            case Shape.Box box ->
                svg.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>\n"
                        .formatted(
                                box.kind(),
                                number(box.x()),
                                number(box.y()),
                                number(box.width()),
                                number(box.height())));
            case Shape.Line line -> svg.append("<path class=\"%s\" d=\"%s\"/>\n".formatted(line.kind(), line.data()));
            case Shape.Label label ->
                svg.append("<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>\n"
                        .formatted(label.kind(), number(label.x()), number(label.y()), escape(label.text())));
        }
    }
}
