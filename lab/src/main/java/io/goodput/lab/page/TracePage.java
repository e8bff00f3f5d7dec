package io.goodput.lab.page;

import static io.goodput.page.Markup.escape;
import static io.goodput.page.Markup.prose;

import io.goodput.lab.model.Model;
import io.goodput.lab.trace.TraceEvent;
import io.goodput.lab.trace.TraceSink;
import io.goodput.lab.wording.Figures;
import io.goodput.sim.Span;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One run as a picture: a row for each call with its requests, on their way, waiting and worked on, and above them who
 * is inside each endpoint. A page without scripts that asks no network for anything.
 *
 * <p>It holds at most {@value TraceRows#MOST_CALLS} calls and {@value TraceRows#MOST_REQUESTS} requests; the first that
 * does not fit ends it, and it says so.
 */
public final class TracePage implements TraceSink {
    private static final int MOST_LANES = 40;
    private static final int MOST_NAMED = 6;

    private final String scenario;
    private final String variant;
    private final long seed;
    private final Span span;
    private final TraceRows rows;
    private long last;

    /**
     * An empty page.
     *
     * @param variant that was run
     * @param model it
     * @param span what of the run is drawn
     */
    public TracePage(String scenario, String variant, Model model, long seed, Span span) {
        this.scenario = scenario;
        this.variant = variant;
        this.seed = seed;
        this.span = span;
        this.rows = new TraceRows(model);
        this.last = span.from();
    }

    @Override
    public void event(TraceEvent event) {
        last = event.nanos();
        rows.add(event);
    }

    @Override
    public boolean isFull() {
        return rows.isFull();
    }

    /** What is on it, in one sentence. */
    public String summary() {
        int calls = rows.rows.size();
        int requests =
                rows.rows.values().stream().mapToInt(row -> row.requests.size()).sum();
        return Figures.fixed(calls, 0) + " calls with " + Figures.fixed(requests, 0) + " requests, from "
                + TraceDrawing.seconds(span.from()) + " to " + TraceDrawing.seconds(shown().to())
                + (rows.isFull() ? "; it is full, the rest is left out" : "");
    }

    /** To the last thing that happened, so that a run that is cut short fills the page. */
    private Span shown() {
        return new Span(span.from(), Math.max(last, span.from() + 1));
    }

    /** The page; the same events always give the same text. */
    public String render() {
        var drawing = new TraceDrawing(rows, shown());
        return PageFrame.fill(
                "trace.html",
                scenario + ", seed " + seed,
                PageFrame.bareStyle() + Resource.text("trace.css"),
                List.of(),
                Map.ofEntries(
                        Map.entry("scenario", escape(scenario)),
                        Map.entry("variant", escape(variant)),
                        Map.entry("seed", Long.toString(seed)),
                        Map.entry("summary", prose(summary())),
                        Map.entry("shades", prose(shadesInWords(drawing))),
                        Map.entry("axis", drawing.axis()),
                        Map.entry("lanes", lanes(drawing)),
                        Map.entry("calls", calls(drawing))));
    }

    private String shadesInWords(TraceDrawing drawing) {
        List<String> seen = rows.shades.stream()
                .filter(drawing::isSeen)
                .map(shade -> shade.what + " from " + TraceDrawing.seconds(shade.from) + " to "
                        + TraceDrawing.seconds(shade.to))
                .toList();
        if (seen.isEmpty()) {
            return "";
        }
        return "Shaded: " + String.join("; ", seen.subList(0, Math.min(MOST_NAMED, seen.size())))
                + (seen.size() > MOST_NAMED ? "; and more" : "") + ".";
    }

    private String lanes(TraceDrawing drawing) {
        List<String> endpoints =
                rows.levels.keySet().stream().sorted().limit(MOST_LANES).toList();
        String lanes = endpoints.stream()
                .map(endpoint -> strip(
                        escape(endpoint) + " <small>≤ " + drawing.peak(endpoint) + "</small>", drawing.lane(endpoint)))
                .collect(Collectors.joining());
        int more = rows.levels.size() - endpoints.size();
        return more == 0 ? lanes : lanes + "<p class=\"note\">and " + more + " endpoints more</p>";
    }

    private static String calls(TraceDrawing drawing) {
        return drawing.sheets().stream()
                .map(sheet -> strip(sheet.label(), sheet.axis() + sheet.svg()))
                .collect(Collectors.joining());
    }

    private static String strip(String label, String drawing) {
        return "<div class=\"strip\"><p>%s</p>\n<div>%s</div></div>\n".formatted(label, drawing);
    }
}
