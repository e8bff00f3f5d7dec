package io.goodput.logs.json;

import io.goodput.logs.timeline.ClockSkew;
import io.goodput.logs.timeline.PathStep;
import io.goodput.logs.timeline.TimelineBar;
import io.goodput.logs.timeline.TraceTimeline;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A timeline as JSON: {@code bars} in the order of the tree, each with its {@code index} and {@code depth};
 * {@code path} and {@code clocks} as in {@link TraceTimeline}. Times end in {@code _us} and count from
 * {@code start_us}; what was not told is left out.
 */
public final class TimelineJson {
    private TimelineJson() {}

    /** The tree. */
    public static ObjectNode of(TraceTimeline timeline) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("trace", timeline.trace())
                .put("start_us", timeline.start())
                .put("us", timeline.micros())
                .put("left_out", timeline.leftOut());
        ArrayNode bars = node.putArray("bars");
        timeline.bars().forEach(bar -> bar(bars.addObject(), bar));
        ArrayNode path = node.putArray("path");
        timeline.path().forEach(step -> path(path.addObject(), step));
        ArrayNode clocks = node.putArray("clocks");
        timeline.clocks().forEach(clock -> clock(clocks.addObject(), clock));
        return node;
    }

    private static void bar(ObjectNode node, TimelineBar bar) {
        node.put("index", bar.index())
                .put("depth", bar.depth())
                .put("kind", bar.kind().name().toLowerCase(Locale.ROOT));
        put(node, "span", bar.span());
        node.put("process", bar.process())
                .put("name", bar.name())
                .put("at_us", bar.begin())
                .put("us", bar.micros())
                .put("queue_us", bar.queued());
        put(node, "outcome", bar.outcome() == null ? null : bar.outcome().name());
        if (bar.deadline() != null) {
            node.put("deadline_us", bar.deadline());
        }
        var facts = bar.facts();
        put(node, "status", facts.status());
        put(node, "category", facts.category());
        put(node, "error", facts.error());
        put(node, "refusal", facts.refusal());
        put(node, "leaked", facts.leaked());
        if (facts.parts() > 0) {
            node.put("parts", facts.parts())
                    .put("parts_missing", facts.missing())
                    .put("ended", facts.hasEnded())
                    .put("cut", facts.isCut());
        }
        if (!facts.details().isEmpty()) {
            ObjectNode details = node.putObject("details");
            facts.details().forEach(details::put);
        }
    }

    private static void put(ObjectNode node, String name, @Nullable String text) {
        if (text != null) {
            node.put(name, text);
        }
    }

    private static void path(ObjectNode node, PathStep step) {
        node.put("bar", step.bar())
                .put("kind", step.kind().name().toLowerCase(Locale.ROOT))
                .put("at_us", step.from())
                .put("us", step.micros());
    }

    private static void clock(ObjectNode node, ClockSkew clock) {
        node.put("process", clock.process()).put("against", clock.against());
        if (clock.least() != null) {
            node.put("least_us", clock.least());
        }
        if (clock.most() != null) {
            node.put("most_us", clock.most());
        }
        node.put("agrees", clock.agrees()).put("ahead_us", clock.ahead()).put("correction_us", clock.correction());
    }
}
