package io.goodput.logs.page;

import static io.goodput.page.Markup.escape;

import io.goodput.logs.drawing.SvgText;
import io.goodput.logs.drawing.TimelineRow;
import io.goodput.logs.timeline.TraceTimeline;
import io.goodput.logs.wording.Amounts;
import io.goodput.logs.wording.TimelineWords;
import java.util.List;

/** A timeline as a page without scripts. */
public final class TimelineHtml {
    private static final int TICKS = 4;

    private TimelineHtml() {}

    /** The page; the same timeline always gives the same text. */
    public static String render(TraceTimeline timeline) {
        var body = new StringBuilder("<header>\n<p class=\"house\">Goodput logs, one trace</p>\n<h1>");
        body.append(escape(timeline.trace()))
                .append("</h1>\n<p class=\"note\">")
                .append(escape(TimelineWords.summary(timeline)))
                .append("</p>\n<p class=\"note\">")
                .append(escape(TimelineWords.path(timeline)))
                .append("</p>\n</header>\n<main>\n")
                .append(LogsAsset.text("key.html"))
                .append("<div class=\"rows\">\n<div class=\"row axis\"><p></p><p class=\"ticks\">");
        for (int i = 0; i <= TICKS; i++) {
            body.append("<span>")
                    .append(Amounts.time((double) timeline.micros() * i / TICKS))
                    .append("</span>");
        }
        body.append("</p></div>\n");
        TimelineRow.of(timeline).forEach(row -> body.append(row(row)));
        body.append("</div>\n<ul class=\"notes\">\n");
        List<String> notes = TimelineWords.notes(timeline);
        notes.forEach(note -> body.append("<li>").append(escape(note)).append("</li>\n"));
        return HtmlFile.render(timeline.trace(), body.append("</ul>\n</main>\n").toString(), List.of());
    }

    private static String row(TimelineRow row) {
        var details = new StringBuilder();
        row.details()
                .forEach(detail ->
                        details.append("<small>").append(escape(detail)).append("</small>"));
        return "<div class=\"row %s\"><p class=\"d%d\"><b>%s</b> <i>%s</i><small>%s</small>%s</p>%s</div>\n"
                .formatted(
                        row.kind(),
                        row.depth(),
                        escape(row.name()),
                        escape(row.took()),
                        escape(row.remarks()),
                        details,
                        SvgText.of(row.drawing()));
    }
}
