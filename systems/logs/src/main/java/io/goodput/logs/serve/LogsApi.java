package io.goodput.logs.serve;

import io.goodput.logs.contributors.RankedContributor;
import io.goodput.logs.drawing.MapDrawing;
import io.goodput.logs.drawing.TimelineRow;
import io.goodput.logs.json.ContributorsJson;
import io.goodput.logs.json.DrawingJson;
import io.goodput.logs.json.HealthJson;
import io.goodput.logs.map.MapMoment;
import io.goodput.logs.map.MapNode;
import io.goodput.logs.map.ServiceMap;
import io.goodput.logs.record.WriterStep;
import io.goodput.logs.source.RecordSource;
import io.goodput.logs.source.SourceReport;
import io.goodput.logs.timeline.TraceTimeline;
import io.goodput.logs.wording.MapWords;
import io.goodput.logs.wording.TimelineWords;
import io.goodput.logs.wording.WriterWords;
import io.goodput.telemetry.contributor.Facet;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the page asks for, as JSON. */
final class LogsApi {
    private static final int MOST_SHOWN = 10;
    private static final Pattern TRACE = Pattern.compile("[0-9a-f]{32}");

    private final LogsState state;
    private final RecordSource source;

    LogsApi(LogsState state, RecordSource source) {
        this.state = state;
        this.source = source;
    }

    /** The answer; null if there is none. */
    @Nullable ObjectNode answer(String path, Map<String, String> asked) throws IOException {
        return switch (path) {
            case "/api/overview" -> overview(asked.getOrDefault("service", ""));
            case "/api/contributor" -> contributor(asked);
            case "/api/map" -> map(asked.getOrDefault("at", "-1"));
            case "/api/trace" -> trace(asked.getOrDefault("id", ""));
            default -> null;
        };
    }

    private ObjectNode overview(String wanted) {
        ServiceMap map = state.map();
        List<MapNode> services = map.services();
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("version", state.version())
                .put("reading", state.isReading());
        SourceReport report = source.report();
        long[] accounts = state.accounts();
        node.putObject("records")
                .put("read", state.records())
                .put("unreadable", report.unreadable())
                .put("written", accounts[0])
                .put("sampled_out", accounts[1])
                .put("dropped", accounts[2]);
        words(node.putArray("writing_less"), state.writingLess());
        words(node.putArray("writer_steps"), state.writerSteps());
        ArrayNode names = node.putArray("services");
        services.forEach(service -> names.add(service.name()));
        MapNode service = services.stream()
                .filter(known -> known.name().equals(wanted))
                .findFirst()
                .orElseGet(map::door);
        if (service != null) {
            node.put("service", service.name());
            node.set("health", HealthJson.of(map, service));
            ObjectNode tops = node.putObject("contributors");
            for (Facet kind : Facet.values()) {
                tops.set(kind.label(), ContributorsJson.of(state.top(service.name(), kind, MOST_SHOWN)));
            }
        }
        return node;
    }

    private static void words(ArrayNode array, List<WriterStep> steps) {
        steps.forEach(step -> array.add(WriterWords.since(step)));
    }

    private @Nullable ObjectNode contributor(Map<String, String> asked) {
        String name = asked.getOrDefault("name", "");
        String service = asked.getOrDefault("service", "");
        for (Facet kind : Facet.values()) {
            if (kind.label().equals(asked.get("kind"))) {
                RankedContributor one = state.contributor(service, kind, name);
                return one == null ? null : ContributorsJson.over(one, state.top(service, kind, 0));
            }
        }
        return null;
    }

    private @Nullable ObjectNode map(String at) {
        ServiceMap map = state.map();
        if (!at.matches("-1|[0-9]{1,4}")) {
            return null;
        }
        int interval = Math.min(Integer.parseInt(at), map.intervals() - 1);
        MapMoment moment = interval < 0 ? map.whole() : map.at(interval);
        ObjectNode node = DrawingJson.of(moment, new MapDrawing(map).draw(moment));
        node.put("summary", MapWords.summary(map)).put("intervals", map.intervals());
        ArrayNode edges = node.putArray("edges");
        moment.edges()
                .forEach(edge -> edges.addObject()
                        .put("name", MapWords.name(edge.edge()))
                        .put("said", String.join("; ", MapWords.edge(edge, moment.seconds()))));
        return node;
    }

    private @Nullable ObjectNode trace(String id) throws IOException {
        TraceTimeline timeline = TRACE.matcher(id).matches() ? TraceTimeline.of(id, source.trace(id)) : null;
        if (timeline == null) {
            return null;
        }
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("trace", id)
                .put("us", timeline.micros())
                .put("summary", TimelineWords.summary(timeline))
                .put("path", TimelineWords.path(timeline));
        ArrayNode notes = node.putArray("notes");
        TimelineWords.notes(timeline).forEach(notes::add);
        ArrayNode rows = node.putArray("rows");
        TimelineRow.of(timeline).forEach(row -> rows.add(DrawingJson.of(row)));
        return node;
    }
}
