package io.goodput.logs.timeline;

import io.goodput.logs.record.WorkRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trace in the order in which things were asked for.
 *
 * @param trace its number
 * @param start when its first bar begins, in microseconds since 1970, on the clock of the first process
 * @param micros from there to the end of its last bar
 * @param tops units that nobody in the trace asked for, and gaps with those that were asked for by somebody unseen;
 *     times of all bars are microseconds since the start
 * @param clocks how the clocks of the other processes differ from that of those who asked them
 * @param path the critical path of the top that was asked for first: its steps in the order of time, without a hole
 * @param leftOut units that are not shown, for there are too many
 */
public record TraceTimeline(
        String trace,
        long start,
        long micros,
        List<TimelineBar> tops,
        List<ClockSkew> clocks,
        List<PathStep> path,
        int leftOut) {
    /** More units are not drawn: nobody would find anything among them. */
    public static final int MOST_UNITS = 5_000;

    /**
     * The timeline of these records, those of other traces left aside; null if there are none of this one.
     *
     * @param records in any order; the same one twice counts once
     */
    public static @Nullable TraceTimeline of(String trace, Collection<WorkRecord> records) {
        List<TracedUnit> all = TracedUnit.merge(
                records.stream().filter(record -> trace.equals(record.trace())).toList());
        if (all.isEmpty()) {
            return null;
        }
        List<TracedUnit> shown = all.subList(0, Math.min(MOST_UNITS, all.size()));
        var clocks = new TraceClocks(shown);
        var tops = new TimelineTree(shown, clocks).tops();
        long end = tops.stream().mapToLong(TraceTimeline::lastEnd).max().orElse(0);
        return new TraceTimeline(
                trace,
                clocks.start(),
                end,
                tops,
                clocks.skews(),
                CriticalPath.of(tops.getFirst()),
                all.size() - shown.size());
    }

    private static long lastEnd(TimelineBar bar) {
        return Math.max(
                bar.end(),
                bar.inside().stream().mapToLong(TraceTimeline::lastEnd).max().orElse(0));
    }

    /** All bars, each before those inside it. */
    public List<TimelineBar> bars() {
        List<TimelineBar> all = new ArrayList<>();
        tops.forEach(top -> collect(top, all));
        return all;
    }

    private static void collect(TimelineBar bar, List<TimelineBar> all) {
        all.add(bar);
        bar.inside().forEach(inner -> collect(inner, all));
    }
}
