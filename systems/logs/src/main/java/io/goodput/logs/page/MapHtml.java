package io.goodput.logs.page;

import static io.goodput.page.Markup.escape;

import io.goodput.logs.drawing.MapDrawing;
import io.goodput.logs.drawing.SvgText;
import io.goodput.logs.json.DrawingJson;
import io.goodput.logs.map.MapMoment;
import io.goodput.logs.map.ServiceMap;
import io.goodput.logs.wording.MapWords;
import io.goodput.logs.wording.TimelineWords;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A map as a page: the picture of a moment, whose script puts that of another in its place. */
public final class MapHtml {
    /** With more pictures of parts the file would be too large to be opened at ease: it then shows one moment only. */
    static final int MOST_PARTS = 40_000;

    private MapHtml() {}

    /** The page; the same map always gives the same text. */
    public static String render(ServiceMap map, MapMoment moment) {
        var drawing = new MapDrawing(map);
        long parts = (long) map.intervals() * (map.nodes().size() + map.edges().size());
        boolean isScrubbed = parts <= MOST_PARTS && map.intervals() > 1;
        var body = new StringBuilder("<header>\n<p class=\"house\">Goodput logs</p>\n<h1>Service map</h1>\n");
        body.append("<p class=\"note\">").append(escape(MapWords.summary(map))).append("</p>\n</header>\n<main>\n");
        if (isScrubbed) {
            body.append("<p class=\"scrub\"><label>moment <input type=\"range\" min=\"-1\" max=\"")
                    .append(map.intervals() - 1)
                    .append("\" value=\"")
                    .append(number(map, moment))
                    .append("\"></label></p>\n");
        }
        body.append("<p class=\"when\"><output>")
                .append(escape(TimelineWords.instant(moment.from()) + " to " + TimelineWords.instant(moment.to())))
                .append("</output></p>\n<ul class=\"ill\">\n");
        MapWords.illnesses(moment)
                .forEach(
                        sentence -> body.append("<li>").append(escape(sentence)).append("</li>\n"));
        body.append("</ul>\n<div class=\"map\">")
                .append(SvgText.of(drawing.draw(moment)))
                .append("</div>\n<ul class=\"notes\">\n");
        moment.edges()
                .forEach(edge -> body.append("<li><b>")
                        .append(escape(MapWords.name(edge.edge())))
                        .append("</b> ")
                        .append(escape(String.join("; ", MapWords.edge(edge, moment.seconds()))))
                        .append("</li>\n"));
        body.append("</ul>\n</main>\n");
        if (!isScrubbed) {
            return HtmlFile.render("Service map", body.toString(), List.of());
        }
        body.append("<script type=\"application/json\" id=\"moments\">")
                .append(moments(map, drawing))
                .append("</script>\n");
        return HtmlFile.render(
                "Service map", body.toString(), List.of(LogsAsset.text("parts.js") + LogsAsset.text("scrub.js")));
    }

    /** Of its interval; -1 of all together. */
    private static long number(ServiceMap map, MapMoment moment) {
        return moment.to() - moment.from() == map.width() ? (moment.from() - map.start()) / map.width() : -1;
    }

    /** All together first, then each interval; no text in it can end the element that it stands in. */
    private static String moments(ServiceMap map, MapDrawing drawing) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        all.add(DrawingJson.of(map.whole(), drawing.draw(map.whole())));
        for (int i = 0; i < map.intervals(); i++) {
            all.add(DrawingJson.of(map.at(i), drawing.draw(map.at(i))));
        }
        return all.toString().replace("<", "\\u003c");
    }
}
