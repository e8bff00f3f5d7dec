package io.goodput.telemetry.unit;

import io.goodput.Outcome;
import io.goodput.Refusal.Reason;
import io.goodput.telemetry.record.FieldWriter;
import io.goodput.telemetry.unit.Dependencies.Named;
import io.goodput.telemetry.unit.Dependencies.Tallied;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes what a unit did with its dependencies: {@code dependencies} and {@code calls}. */
final class DependencyFields {
    private static final int MICRO = 1_000;
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final Reason[] REASONS = Reason.values();
    private static final String[] LABELS = labels();

    private final UnitStory story;
    private final FieldWriter out;
    private final CallLine[] lines;

    DependencyFields(UnitStory story, FieldWriter out) {
        this.story = story;
        this.out = out;
        this.lines = story.dependencies().lines().sorted();
    }

    private static String[] labels() {
        String[] labels = new String[OUTCOMES.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = OUTCOMES[i].name().toLowerCase(Locale.ROOT);
        }
        return labels;
    }

    void write() {
        if (story.dependencies().areNone()) {
            return;
        }
        out.name("dependencies").beginObject();
        story.dependencies().eachBlock(this::figures);
        out.endObject();
        if (lines.length > 0) {
            out.name("calls").beginArray();
            for (CallLine each : lines) {
                call(each);
            }
            out.endArray();
        }
    }

    private void figures(Named dependency, SheetCells cells, int base) {
        out.name(dependency.name()).beginObject();
        out.name("calls").number(cells.get(base + DependencyFigures.CALLS));
        out.name("first").number(cells.get(base + DependencyFigures.FIRST));
        out.name("retries").number(cells.get(base + DependencyFigures.RETRIES));
        out.name("hedges").number(cells.get(base + DependencyFigures.HEDGES));
        for (int i = 0; i < OUTCOMES.length; i++) {
            out.name(LABELS[i]).number(cells.get(base + DependencyFigures.ended(OUTCOMES[i])));
        }
        refusals(cells, base);
        tallied("errors", dependency, Tallied.CATEGORY, null, attempt -> attempt.category);
        times(cells, base);
        tallied("by_operation", dependency, Tallied.OPERATION, call -> call.operation, null);
        tallied("by_resource", dependency, Tallied.RESOURCE, null, attempt -> attempt.resource);
        tallied("by_status", dependency, Tallied.STATUS, null, attempt -> attempt.status);
        moved(cells, base);
        out.endObject();
    }

    private void refusals(SheetCells cells, int base) {
        long all = 0;
        for (Reason reason : REASONS) {
            all += cells.get(base + DependencyFigures.refused(reason));
        }
        out.name("refused").number(all);
        if (all == 0) {
            return;
        }
        out.name("refusals").beginObject();
        for (Reason reason : REASONS) {
            long refused = cells.get(base + DependencyFigures.refused(reason));
            if (refused > 0) {
                out.name(reason.name()).number(refused);
            }
        }
        out.endObject();
    }

    private void times(SheetCells cells, int base) {
        long all = 0;
        long ended = 0;
        for (Outcome outcome : OUTCOMES) {
            all += cells.get(base + DependencyFigures.nanos(outcome));
            ended += cells.get(base + DependencyFigures.ended(outcome));
        }
        out.name("us").number(all / MICRO);
        if (ended > 0) {
            out.name("us_by").beginObject();
            for (int i = 0; i < OUTCOMES.length; i++) {
                if (cells.get(base + DependencyFigures.ended(OUTCOMES[i])) > 0) {
                    out.name(LABELS[i]).number(cells.get(base + DependencyFigures.nanos(OUTCOMES[i])) / MICRO);
                }
            }
            out.endObject();
        }
        out.name("wait_us").number(cells.get(base + DependencyFigures.WAIT) / MICRO);
    }

    private void moved(SheetCells cells, int base) {
        if (cells.get(base + DependencyFigures.BYTES_IN_TOLD) > 0) {
            out.name("bytes_in").number(cells.get(base + DependencyFigures.BYTES_IN));
        }
        if (cells.get(base + DependencyFigures.BYTES_OUT_TOLD) > 0) {
            out.name("bytes_out").number(cells.get(base + DependencyFigures.BYTES_OUT));
        }
        if (cells.get(base + DependencyFigures.DEPTH_TOLD) > 0) {
            out.name("depth").number(cells.get(base + DependencyFigures.DEPTH));
        }
    }

    /** How often each name occurs: in the lines of its calls or of their attempts, and in calls without a line. */
    private void tallied(
            String field,
            Named dependency,
            Tallied what,
            @Nullable Function<CallLine, @Nullable String> ofCall,
            @Nullable Function<AttemptLine, @Nullable String> ofAttempt) {
        Map<String, Long> counts = new TreeMap<>();
        for (CallLine call : lines) {
            if (!call.dependency.equals(dependency.name())) {
                continue;
            }
            if (ofCall != null) {
                count(counts, ofCall.apply(call), 1);
            }
            for (int i = 0; ofAttempt != null && i < call.told(); i++) {
                count(counts, ofAttempt.apply(call.told(i)), 1);
            }
        }
        story.dependencies().tallies().each(each -> {
            if (each.of == what && each.index == dependency.index()) {
                count(counts, each.name, each.cells.get(0));
            }
        });
        if (!counts.isEmpty()) {
            out.name(field).beginObject();
            counts.forEach((name, n) -> out.name(name).number(n));
            out.endObject();
        }
    }

    private static void count(Map<String, Long> counts, @Nullable String name, long n) {
        if (name != null) {
            counts.merge(name, n, Long::sum);
        }
    }

    private void call(CallLine call) {
        out.beginObject()
                .name("dependency")
                .text(call.dependency)
                .name("operation")
                .text(call.operation);
        out.name("at_us").number((call.startedAt - story.head().startedAt()) / MICRO);
        if (call.outcome != null) {
            out.name("us").number((call.endedAt - call.startedAt) / MICRO);
            out.name("outcome").text(call.outcome.name());
        }
        if (call.refusal != null) {
            out.name("refusal").text(call.refusal.name());
        }
        left(call.deadlineLeft);
        if (call.told() > 0) {
            out.name("attempts").beginArray();
            for (int i = 0; i < call.told(); i++) {
                attempt(call.told(i));
            }
            out.endArray();
        }
        out.endObject();
    }

    private void attempt(AttemptLine attempt) {
        out.beginObject().name("n").number(attempt.number).name("span").hex(attempt.span);
        if (attempt.hedge) {
            out.name("hedge").truth(true);
        }
        out.name("resource").text(attempt.resource);
        out.name("at_us").number((attempt.startedAt - story.head().startedAt()) / MICRO);
        if (attempt.outcome != null) {
            out.name("us").number((attempt.endedAt - attempt.startedAt) / MICRO);
            out.name("outcome").text(attempt.outcome.name());
        }
        out.name("status").text(attempt.status);
        out.name("category").text(attempt.category).name("error").text(attempt.error);
        left(attempt.deadlineLeft);
        out.endObject();
    }

    private void left(long deadlineLeft) {
        if (deadlineLeft != Long.MAX_VALUE) {
            out.name("deadline_us").number(deadlineLeft / MICRO);
        }
    }
}
