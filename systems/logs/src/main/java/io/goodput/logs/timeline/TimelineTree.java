package io.goodput.logs.timeline;

import io.goodput.logs.record.AttemptRecord;
import io.goodput.logs.record.CallRecord;
import io.goodput.logs.record.WorkRecord;
import io.goodput.logs.timeline.TimelineBar.BarFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Hangs each unit below the span that asked for it. Those whose parent is unseen share a gap for each such parent; so
 * do those that only reach themselves, which no honest writer writes.
 */
final class TimelineTree {
    /** Deeper bars start anew below a gap: no system that works is so deep, but a forged trace may be. */
    private static final int DEEPEST = 200;

    private final TraceClocks clocks;
    private final Map<String, List<TracedUnit>> byParent = new HashMap<>();
    private final Set<String> placed = new HashSet<>();
    private final List<TimelineBar> tops = new ArrayList<>();
    private int next;

    /**
     * The tree of these units.
     *
     * @param units the earliest first
     */
    TimelineTree(List<TracedUnit> units, TraceClocks clocks) {
        this.clocks = clocks;
        units.forEach(unit -> {
            if (unit.first().parent() != null) {
                byParent.computeIfAbsent(unit.first().parent(), _ -> new ArrayList<>())
                        .add(unit);
            }
        });
        units.stream().filter(unit -> unit.first().parent() == null).forEach(unit -> tops.add(unit(unit, 0)));
        Set<String> known = spans(units);
        placeBelowGaps(units, parent -> !known.contains(parent));
        placeBelowGaps(units, _ -> true);
    }

    /** Whatever may be named as a parent. */
    private static Set<String> spans(List<TracedUnit> units) {
        Set<String> spans = new HashSet<>();
        for (TracedUnit unit : units) {
            spans.add(unit.first().id());
            unit.calls().stream()
                    .flatMap(placed -> placed.call().attempts().stream())
                    .map(AttemptRecord::span)
                    .filter(Objects::nonNull)
                    .forEach(spans::add);
        }
        return spans;
    }

    private void placeBelowGaps(List<TracedUnit> units, Predicate<String> isGap) {
        for (TracedUnit unit : units) {
            String parent = unit.first().parent();
            if (parent != null && !placed.contains(unit.first().id()) && isGap.test(parent)) {
                gap(parent);
            }
        }
    }

    List<TimelineBar> tops() {
        return List.copyOf(tops);
    }

    private void gap(String parent) {
        int index = next++;
        List<TimelineBar> inside = asked(parent, 1);
        long begin = inside.stream().mapToLong(TimelineBar::arrival).min().orElseThrow();
        long end = inside.stream().mapToLong(TimelineBar::end).max().orElseThrow();
        tops.add(new TimelineBar(
                index, 0, BarKind.GAP, parent, "", "", begin, end, 0, null, null, BarFacts.NONE, inside));
    }

    /** Units that a span asked for, as far as they have no place yet. */
    private List<TimelineBar> asked(@Nullable String span, int depth) {
        List<TimelineBar> bars = new ArrayList<>();
        if (span != null && depth < DEEPEST) {
            for (TracedUnit unit : byParent.getOrDefault(span, List.of())) {
                if (!placed.contains(unit.first().id())) {
                    bars.add(unit(unit, depth));
                }
            }
        }
        return bars;
    }

    private TimelineBar unit(TracedUnit unit, int depth) {
        placed.add(unit.first().id());
        int index = next++;
        WorkRecord first = unit.first();
        WorkRecord latest = unit.latest();
        List<TimelineBar> inside = new ArrayList<>();
        unit.calls().forEach(call -> inside.add(call(unit.process(), call, depth + 1)));
        inside.addAll(asked(first.id(), depth + 1));
        var facts = new BarFacts(
                latest.status(),
                latest.category(),
                latest.error(),
                latest.refusal(),
                latest.leaked(),
                unit.parts().size(),
                unit.missing(),
                unit.hasEnded(),
                unit.parts().stream().anyMatch(WorkRecord::isCut),
                first.details());
        return new TimelineBar(
                index,
                depth,
                BarKind.UNIT,
                first.id(),
                unit.process(),
                first.operation(),
                clocks.place(unit.process(), unit.begin()),
                clocks.place(unit.process(), unit.end()),
                first.queueMicros(),
                latest.outcome(),
                first.deadlineMicros(),
                facts,
                List.copyOf(inside));
    }

    private TimelineBar call(String process, TracedUnit.PlacedCall placedCall, int depth) {
        int index = next++;
        CallRecord call = placedCall.call();
        long begin = clocks.place(process, placedCall.from() + call.at());
        List<TimelineBar> attempts = new ArrayList<>();
        call.attempts().forEach(attempt -> attempts.add(attempt(process, placedCall.from(), attempt, depth + 1)));
        String operation = call.operation() == null ? "" : " " + call.operation();
        var facts = new BarFacts(null, null, null, call.refusal(), null, 0, 0, true, false, Map.of());
        return new TimelineBar(
                index,
                depth,
                BarKind.CALL,
                null,
                process,
                call.dependency() + operation,
                begin,
                begin + call.micros(),
                0,
                call.outcome(),
                call.deadlineMicros(),
                facts,
                List.copyOf(attempts));
    }

    private TimelineBar attempt(String process, long from, AttemptRecord attempt, int depth) {
        int index = next++;
        long begin = clocks.place(process, from + attempt.at());
        var facts = new BarFacts(
                attempt.status(), attempt.category(), attempt.error(), null, null, 0, 0, true, false, Map.of());
        return new TimelineBar(
                index,
                depth,
                attempt.isHedge() ? BarKind.HEDGE : BarKind.ATTEMPT,
                attempt.span(),
                process,
                attempt.resource() == null ? "" : attempt.resource(),
                begin,
                begin + attempt.micros(),
                0,
                attempt.outcome(),
                attempt.deadlineMicros(),
                facts,
                asked(attempt.span(), depth + 1));
    }
}
