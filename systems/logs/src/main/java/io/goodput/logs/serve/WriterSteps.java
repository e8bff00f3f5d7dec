package io.goodput.logs.serve;

import io.goodput.logs.record.WriterStep;
import io.goodput.telemetry.file.WriterMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How each process writes its records, and the last ways that any went. Not thread-safe. */
final class WriterSteps {
    private static final int MOST_PROCESSES = 10_000;
    private static final int MOST_STEPS = 20;
    private static final Comparator<WriterStep> LATEST_FIRST = Comparator.comparingLong(
                    (WriterStep step) -> -step.origin().at())
            .thenComparing(step -> step.origin().process());

    private final Map<String, WriterStep> now = new HashMap<>();
    private final Deque<WriterStep> last = new ArrayDeque<>();

    void add(WriterStep step) {
        String process = step.origin().process();
        if (now.containsKey(process) || now.size() < MOST_PROCESSES) {
            now.merge(
                    process,
                    step,
                    (one, other) -> one.origin().at() > other.origin().at() ? one : other);
        }
        last.add(step);
        if (last.size() > MOST_STEPS) {
            last.remove();
        }
    }

    /** Of those who do not write all, the latest first. */
    List<WriterStep> less() {
        return now.values().stream()
                .filter(step -> step.mode() != WriterMode.ALL)
                .sorted(LATEST_FIRST)
                .limit(MOST_STEPS)
                .toList();
    }

    /** The last of all, the latest first. */
    List<WriterStep> last() {
        List<WriterStep> all = new ArrayList<>(last);
        all.sort(LATEST_FIRST);
        return all;
    }
}
