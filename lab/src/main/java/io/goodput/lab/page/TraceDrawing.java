package io.goodput.lab.page;

import static io.goodput.page.Markup.escape;

import io.goodput.lab.drawing.Axis;
import io.goodput.lab.drawing.Svg;
import io.goodput.lab.page.TraceRows.Level;
import io.goodput.lab.page.TraceRows.Request;
import io.goodput.lab.page.TraceRows.Row;
import io.goodput.lab.wording.Figures;
import io.goodput.sim.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Draws calls as lines, and who is inside an endpoint as a surface. Each drawing is as wide as its place. */
final class TraceDrawing {
    /** Of a drawing, in units of its own; its height is in pixels. */
    private static final double WIDTH = 2_000;

    private static final int LINE = 5;
    private static final int GAP = 3;
    /** Two of them, with their axes, fit a printed page. */
    private static final int SHEET = 440;

    private static final int LANE = 44;

    /** A drawing, its own axis of time and what it shows. */
    record Sheet(String label, String axis, String svg) {}

    private final TraceRows rows;
    private final Span span;

    TraceDrawing(TraceRows rows, Span span) {
        this.rows = rows;
        this.span = span;
    }

    /** The calls in sheets of at most half a page's height, each of which covers the time that its calls take. */
    List<Sheet> sheets() {
        var sheets = new ArrayList<Sheet>();
        var sheet = new ArrayList<Row>();
        int height = 0;
        for (Row row : rows.calls()) {
            if (height + height(row) > SHEET && !sheet.isEmpty()) {
                sheets.add(new TraceDrawing(rows, around(sheet)).sheet(sheet, height));
                sheet.clear();
                height = 0;
            }
            sheet.add(row);
            height += height(row);
        }
        if (!sheet.isEmpty()) {
            sheets.add(new TraceDrawing(rows, around(sheet)).sheet(sheet, height));
        }
        return sheets;
    }

    private Span around(List<Row> sheet) {
        long from = Long.MAX_VALUE;
        long to = 0;
        for (Row row : sheet) {
            from = Math.min(from, row.calledAt < 0 ? span.from() : row.calledAt);
            to = Math.max(to, end(row.finishedAt, false, -1));
            for (Request request : row.requests) {
                to = Math.max(to, end(Math.max(request.answered, request.returned), request.lost, request.sent));
            }
        }
        return new Span(from, Math.max(to, from + 1));
    }

    private static int height(Row row) {
        return Math.max(1, row.requests.size()) * LINE + GAP;
    }

    private Sheet sheet(List<Row> sheet, int height) {
        var paths = new TreeMap<String, StringBuilder>();
        var hits = new StringBuilder();
        int top = GAP;
        for (Row row : sheet) {
            double y = top;
            for (Request request : row.requests) {
                draw(request, y + LINE / 2.0, paths);
                y += LINE;
            }
            hits.append("<rect class=\"hit\" x=\"0\" y=\"%d\" width=\"100%%\" height=\"%d\"><title>%s</title></rect>\n"
                    .formatted(top - 1, height(row), escape(describe(row))));
            top += height(row);
        }
        String calls = sheet.size() == 1
                ? "Call " + sheet.getFirst().call
                : "Calls " + sheet.getFirst().call + " to " + sheet.getLast().call;
        return new Sheet(
                calls, axis(), open(height + GAP, calls) + shades(height + GAP) + drawn(paths) + hits + "</svg>\n");
    }

    private static String open(int height, String label) {
        return "<svg viewBox=\"0 0 %d %d\" height=\"%d\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"%s\">\n"
                .formatted((int) WIDTH, height, height, escape(label));
    }

    private static String drawn(Map<String, StringBuilder> paths) {
        var svg = new StringBuilder();
        paths.forEach((kind, data) -> svg.append("<path class=\"%s\" d=\"%s\"/>\n".formatted(kind, data)));
        return svg.toString();
    }

    private void draw(Request request, double y, Map<String, StringBuilder> paths) {
        line("net", request.sent, end(request.arrived, request.lost, request.sent), y, paths);
        long begun = request.started >= 0 ? request.started : end(request.answered, false, -1);
        inside("wait", request.arrived, begun, request.abandoned, y, paths);
        inside("work", request.started, end(request.answered, false, -1), request.abandoned, y, paths);
        line("net", request.answered, end(request.returned, request.lost, request.answered), y, paths);
        if (request.failed) {
            tick("fail", request.answered, y, paths);
        }
        if (request.abandoned >= 0) {
            tick("left", request.abandoned, y, paths);
        }
    }

    private long end(long known, boolean over, long otherwise) {
        return known >= 0 ? known : over ? otherwise : span.to();
    }

    /** What happens when nobody waits any more is drawn as such. */
    private void inside(String kind, long from, long to, long abandoned, double y, Map<String, StringBuilder> paths) {
        if (abandoned < 0 || abandoned >= to) {
            line(kind, from, to, y, paths);
        } else if (abandoned <= from) {
            line("late", from, to, y, paths);
        } else {
            line(kind, from, abandoned, y, paths);
            line("late", abandoned, to, y, paths);
        }
    }

    private void line(String kind, long from, long to, double y, Map<String, StringBuilder> paths) {
        if (from >= 0 && to > span.from()) {
            paths.computeIfAbsent(kind, _ -> new StringBuilder())
                    .append("M%s %sH%s".formatted(at(x(from)), at(y), at(Math.max(x(to), x(from) + 1))));
        }
    }

    private void tick(String kind, long when, double y, Map<String, StringBuilder> paths) {
        paths.computeIfAbsent(kind, _ -> new StringBuilder())
                .append("M%s %sv%d".formatted(at(x(when)), at(y - LINE / 2.0), LINE));
    }

    private double x(long nanos) {
        return Math.clamp((double) (nanos - span.from()) / span.nanos(), 0.0, 1.0) * WIDTH;
    }

    private static String at(double coordinate) {
        return Svg.coordinate(coordinate);
    }

    boolean isSeen(TraceRows.Shade shade) {
        return shade.from < span.to() && shade.to > span.from();
    }

    private String shades(int height) {
        var svg = new StringBuilder();
        for (TraceRows.Shade shade : rows.shades) {
            if (!isSeen(shade)) {
                continue;
            }
            double left = x(shade.from);
            double width = Math.max(2, x(shade.to) - left);
            svg.append("<rect class=\"shade\" x=\"%s\" y=\"0\" width=\"%s\" height=\"%d\"/>\n"
                    .formatted(at(left), at(width), height));
        }
        return svg.toString();
    }

    private static String describe(Row row) {
        String when = row.calledAt < 0 ? "" : " at " + seconds(row.calledAt);
        String how = row.outcome == null
                ? "not over"
                : row.outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String time = row.calledAt < 0 || row.finishedAt < 0 ? "" : " after " + seconds(row.finishedAt - row.calledAt);
        int requests = row.requests.size();
        return "call " + row.call + (row.population.isEmpty() ? "" : " of " + row.population) + when + ": " + how + time
                + ", " + requests + (requests == 1 ? " request" : " requests");
    }

    static String seconds(long nanos) {
        return Figures.plain(nanos / 1e9) + " s";
    }

    /** Seconds, at round figures; the places are shares of the width, whatever that is. */
    String axis() {
        double from = span.from() / 1e9;
        double length = span.nanos() / 1e9;
        double step = Axis.upTo(length, 4).ticks().get(1);
        var svg = new StringBuilder("<svg class=\"axis\" height=\"22\" aria-hidden=\"true\">\n");
        for (double tick = Math.ceil(from / step - 1e-9) * step; tick <= from + length; tick += step) {
            double share = (tick - from) / length;
            svg.append("<text class=\"%s\" x=\"%s%%\" y=\"15\">%s s</text>\n"
                    .formatted(
                            share < 0.05 ? "first" : share > 0.9 ? "last" : "",
                            Svg.coordinate(100 * share),
                            Figures.plain(tick)));
        }
        return svg.append("</svg>").toString();
    }

    /** Requests inside an endpoint over time. */
    String lane(String endpoint) {
        List<Level> levels = rows.levels.getOrDefault(endpoint, List.of());
        int peak = peak(endpoint);
        var path = new StringBuilder("M0 " + LANE);
        int level = 0;
        for (Level each : levels) {
            path.append("H").append(at(x(each.nanos())));
            if (each.inside() != level) {
                level = each.inside();
                path.append("V").append(at(LANE - (LANE - 2.0) * level / Math.max(1, peak)));
            }
        }
        path.append("H").append(at(WIDTH)).append("V").append(LANE).append("Z");
        return open(LANE, endpoint + ": up to " + peak + " inside") + shades(LANE) + "<path class=\"level\" d=\"" + path
                + "\"/>\n</svg>\n";
    }

    int peak(String endpoint) {
        return rows.levels.getOrDefault(endpoint, List.of()).stream()
                .mapToInt(Level::inside)
                .max()
                .orElse(0);
    }
}
