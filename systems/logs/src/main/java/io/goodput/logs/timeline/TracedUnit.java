package io.goodput.logs.timeline;

import io.goodput.logs.record.CallRecord;
import io.goodput.logs.record.WorkRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A unit of work with all of its parts that were written, on its own clock.
 *
 * @param parts in their order, each number once
 */
record TracedUnit(List<WorkRecord> parts) {
    /** The records put together, those first that began first; ties by number, so that the order is always the same. */
    static List<TracedUnit> merge(Collection<WorkRecord> records) {
        Map<String, Map<Integer, WorkRecord>> byId = new LinkedHashMap<>();
        for (WorkRecord record : records) {
            byId.computeIfAbsent(record.id(), _ -> new TreeMap<>()).putIfAbsent(record.part(), record);
        }
        return byId.values().stream()
                .map(parts -> new TracedUnit(List.copyOf(parts.values())))
                .sorted(Comparator.comparingLong(TracedUnit::arrival)
                        .thenComparing(unit -> unit.first().id()))
                .toList();
    }

    WorkRecord first() {
        return parts.getFirst();
    }

    WorkRecord latest() {
        return parts.getLast();
    }

    String process() {
        return first().origin().process();
    }

    /** When it was there to be worked on, in microseconds since 1970. */
    long arrival() {
        return begin() - first().queueMicros();
    }

    long begin() {
        return first().origin().at();
    }

    long end() {
        return parts.stream().mapToLong(WorkRecord::end).max().orElseThrow();
    }

    /** Numbers below the highest of which there is no record. */
    int missing() {
        return Math.max(0, latest().part() - parts.size());
    }

    boolean hasEnded() {
        return latest().last();
    }

    /** Its calls of all parts, with the time that their own times count from. */
    List<PlacedCall> calls() {
        List<PlacedCall> all = new ArrayList<>();
        for (WorkRecord part : parts) {
            part.calls().forEach(call -> all.add(new PlacedCall(part.origin().at(), call)));
        }
        return all;
    }

    /**
     * A call, and the beginning of the part that tells of it.
     *
     * @param from in microseconds since 1970
     */
    record PlacedCall(long from, CallRecord call) {}
}
