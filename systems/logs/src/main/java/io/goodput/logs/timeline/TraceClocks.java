package io.goodput.logs.timeline;

import io.goodput.logs.record.AttemptRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of a trace's processes, brought onto that of the first: from each process on to those that it exchanged
 * something with, nearest first. A process that exchanged nothing with any of them keeps its own time.
 */
final class TraceClocks {
    private final Map<String, Map<String, SkewBounds>> bounds = new TreeMap<>();
    private final Map<String, Long> corrections = new HashMap<>();
    private final List<ClockSkew> skews = new ArrayList<>();
    private final long start;

    /**
     * The clocks of those who did these units.
     *
     * @param units at least one, the earliest first
     */
    TraceClocks(List<TracedUnit> units) {
        Map<String, Asking> asked = new HashMap<>();
        units.forEach(unit -> collect(unit, asked));
        for (TracedUnit unit : units) {
            String parent = unit.first().parent();
            Asking asking = parent == null ? null : asked.get(parent);
            if (asking != null && !asking.process.equals(unit.process())) {
                compare(asking, unit);
            }
        }
        follow(reference(units));
        units.forEach(unit -> follow(unit.process()));
        this.start = units.stream()
                .mapToLong(unit -> unit.arrival() - correction(unit.process()))
                .min()
                .orElseThrow();
    }

    /** The clock of whoever was asked from outside; of the earliest, where that is not known. */
    private static String reference(List<TracedUnit> units) {
        return units.stream()
                .filter(unit -> unit.first().parent() == null)
                .findFirst()
                .orElse(units.getFirst())
                .process();
    }

    /** Whoever may be named as a parent: the unit, and each of its attempts. */
    private static void collect(TracedUnit unit, Map<String, Asking> asked) {
        asked.put(unit.first().id(), new Asking(unit.process(), unit.begin(), null));
        for (TracedUnit.PlacedCall placed : unit.calls()) {
            for (AttemptRecord attempt : placed.call().attempts()) {
                if (attempt.span() != null) {
                    long begin = placed.from() + attempt.at();
                    Long end = attempt.isAnswered() ? (Long) (begin + attempt.micros()) : null;
                    asked.put(attempt.span(), new Asking(unit.process(), begin, end));
                }
            }
        }
    }

    /**
     * A span that may have asked somebody.
     *
     * @param end null where it did not wait for the end of what it asked for
     */
    private record Asking(
            String process, long begin, @Nullable Long end) {}

    private void compare(Asking asking, TracedUnit unit) {
        boolean isInOrder = asking.process.compareTo(unit.process()) < 0;
        String one = isInOrder ? asking.process : unit.process();
        String other = isInOrder ? unit.process() : asking.process;
        SkewBounds known =
                bounds.computeIfAbsent(one, _ -> new TreeMap<>()).computeIfAbsent(other, _ -> new SkewBounds());
        long later = unit.arrival() - asking.begin;
        if (isInOrder) {
            known.otherBegan(later);
        } else {
            known.oneBegan(later);
        }
        if (asking.end != null && unit.hasEnded()) {
            if (isInOrder) {
                known.otherEnded(unit.end() - asking.end);
            } else {
                known.oneEnded(unit.end() - asking.end);
            }
        }
    }

    private void follow(String first) {
        if (corrections.putIfAbsent(first, 0L) != null) {
            return;
        }
        var next = new ArrayDeque<>(List.of(first));
        for (String from = next.poll(); from != null; from = next.poll()) {
            for (var met : neighbours(from).entrySet()) {
                if (!corrections.containsKey(met.getKey())) {
                    long correction = correction(from) + met.getValue().ahead();
                    corrections.put(met.getKey(), correction);
                    skews.add(skew(met.getKey(), from, met.getValue(), correction));
                    next.add(met.getKey());
                }
            }
        }
    }

    private Map<String, SkewBounds> neighbours(String process) {
        Map<String, SkewBounds> all = new TreeMap<>(bounds.getOrDefault(process, Map.of()));
        bounds.forEach((one, others) -> {
            SkewBounds known = others.get(process);
            if (known != null) {
                all.put(one, known.reversed());
            }
        });
        return all;
    }

    private static ClockSkew skew(String process, String against, SkewBounds bounds, long correction) {
        return new ClockSkew(
                process, against, bounds.least(), bounds.most(), bounds.agree(), bounds.ahead(), correction);
    }

    /** What to take away from the times of a process. */
    private long correction(String process) {
        return corrections.getOrDefault(process, 0L);
    }

    /** When the trace starts, in microseconds since 1970 on the clock of the first process. */
    long start() {
        return start;
    }

    /** A time of a process, in microseconds since the start of the trace. */
    long place(String process, long at) {
        return at - correction(process) - start;
    }

    /** Of each process but the first, nearest to it first. */
    List<ClockSkew> skews() {
        return List.copyOf(skews);
    }
}
