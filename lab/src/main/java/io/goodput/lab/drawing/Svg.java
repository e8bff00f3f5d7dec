package io.goodput.lab.drawing;

import static io.goodput.page.Markup.escape;

import io.goodput.lab.drawing.Palette.Ground;
import io.goodput.screen.TextWidth;

/**
 * An SVG document in the making. It brings its own ground along, so that it can be read on any page, light or dark,
 * whatever that page thinks of the reader's preference; the text stays text, in the reader's own font.
 */
public final class Svg {
    /** Width of a character as a share of its size: more than most fonts need, for nobody measures the text for us. */
    private static final double CHARACTER = 0.56;

    private static final String STYLE = """
            text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;fill:#1a1f24}
            text{font-variant-numeric:tabular-nums}
            .heading{font-size:18px;font-weight:650}.name{font-size:13px;font-weight:650}.soft{fill:#59626c}
            .small{font-size:11px}.tick{font-size:11px;fill:#59626c}.end{text-anchor:end}.middle{text-anchor:middle}
            .ground{fill:#fdfdfc;stroke:#dfe3e5}.grid{stroke:#e6e9ea}.shade{fill:#e6e2d8}
            .line{fill:none;stroke-width:1.75;stroke-linejoin:round;stroke-linecap:round}.band{fill-opacity:.18}
            .tail{stroke-width:1.25;stroke-linecap:butt;stroke-dasharray:2 2}
            .offered{fill:none;stroke:#59626c;stroke-dasharray:4 3}.bracket{fill:none;stroke:#1a1f24}
            path.sample{stroke:#59626c}rect.sample{fill:#59626c}.overlaid .band{fill-opacity:.1}.leader{fill:none;stroke:#a3acb3}
            """;
    private static final String DARK = """
            text{fill:#e8ebee}.soft,.tick{fill:#9ba6b0}.ground{fill:#0f1317;stroke:#2b333a}.grid{stroke:#222a30}
            .shade{fill:#383325}.offered{stroke:#9ba6b0}.bracket{stroke:#e8ebee}
            path.sample{stroke:#9ba6b0}rect.sample{fill:#9ba6b0}.leader{stroke:#5a646c}.band{fill-opacity:.24}.overlaid .band{fill-opacity:.12}
            """;

    private final StringBuilder xml = new StringBuilder();

    public Svg(double width, double height, String title, String description) {
        xml.append("""
            <svg xmlns="http://www.w3.org/2000/svg" role="img" width="%1$s" height="%2$s" viewBox="0 0 %1$s %2$s">
            <title>%3$s</title>
            <desc>%4$s</desc>
            <style>
            """.formatted(coordinate(width), coordinate(height), escape(title), escape(description)));
        xml.append(STYLE)
                .append(Palette.rules(Ground.LIGHT))
                .append(Palette.dashes())
                .append("\n@media (prefers-color-scheme:dark){\n");
        xml.append(DARK).append(Palette.rules(Ground.DARK)).append("\n}\n</style>\n");
        xml.append("<rect class=\"ground\" x=\".5\" y=\".5\" width=\"%s\" height=\"%s\" rx=\"6\"/>\n"
                .formatted(coordinate(width - 1), coordinate(height - 1)));
    }

    private Svg() {}

    /** A drawing that is part of a page, whose style sheet has its rules. It is as wide as its place. */
    public static Svg inPage(double width, double height, String label) {
        var svg = new Svg();
        svg.xml.append("<svg viewBox=\"0 0 %s %s\" role=\"img\" aria-label=\"%s\">\n"
                .formatted(coordinate(width), coordinate(height), escape(label)));
        return svg;
    }

    /** How much of a text can be trusted to fit. */
    public static String fit(String text, double width, double size) {
        return TextWidth.fit(text, (int) (width / (size * CHARACTER)), "…");
    }

    public static double width(String text, double size) {
        return TextWidth.of(text) * size * CHARACTER;
    }

    /** A tenth of a pixel is as fine as anyone sees. */
    public static String coordinate(double value) {
        var tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }

    public Svg open(String kind) {
        xml.append("<g class=\"").append(kind).append("\">\n");
        return this;
    }

    public Svg close() {
        xml.append("</g>\n");
        return this;
    }

    public Svg rectangle(String kind, double x, double y, double width, double height) {
        xml.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>\n"
                .formatted(kind, coordinate(x), coordinate(y), coordinate(width), coordinate(height)));
        return this;
    }

    /** A rectangle of a colour of its own, whatever the ground. */
    public Svg cell(String colour, double x, double y, double width, double height) {
        xml.append("<rect style=\"fill:%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>\n"
                .formatted(colour, coordinate(x), coordinate(y), coordinate(width), coordinate(height)));
        return this;
    }

    /** Text in the middle of a cell, in a colour of its own. */
    public Svg textIn(String colour, double x, double y, String text) {
        xml.append("<text class=\"small middle\" style=\"fill:%s\" x=\"%s\" y=\"%s\">%s</text>\n"
                .formatted(colour, coordinate(x), coordinate(y), escape(text)));
        return this;
    }

    public Svg path(String kind, String data) {
        xml.append("<path class=\"%s\" d=\"%s\"/>\n".formatted(kind, data));
        return this;
    }

    public Svg text(String kind, double x, double y, String text) {
        xml.append("<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>\n"
                .formatted(kind, coordinate(x), coordinate(y), escape(text)));
        return this;
    }

    /** The whole document. */
    public String finish() {
        return xml + "</svg>\n";
    }
}
