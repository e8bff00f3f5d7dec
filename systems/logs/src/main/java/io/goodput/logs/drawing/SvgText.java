package io.goodput.logs.drawing;

import static io.goodput.logs.drawing.Drawing.number;

import io.goodput.logs.drawing.Drawing.Shape;
import java.util.List;

/** A drawing as SVG inside an HTML file, whose style sheet colours it. */
public final class SvgText {
    private static final int REPLACEMENT = 0xFFFD;

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

    /** Text made safe for content and quoted attributes of HTML. */
    public static String escape(String text) {
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isShown(point) ? point : REPLACEMENT);
            }
        });
        return safe.toString();
    }

    /** Neither control characters nor halves of pairs, nor what turns the direction of text around. */
    private static boolean isShown(int point) {
        return point == '\n'
                || switch (Character.getType(point)) {
                    case Character.CONTROL, Character.SURROGATE, Character.FORMAT -> false;
                    default -> true;
                };
    }
}
