package io.goodput.logs.figures;

import java.util.Map;
import java.util.TreeMap;

/** One flow over time. */
public final class FlowSeries {
    private Map<Long, FlowTally> tallies = new TreeMap<>();

    /** Nothing yet. */
    public FlowSeries() {}

    /** What is counted of an interval. */
    public FlowTally at(long index) {
        return tallies.computeIfAbsent(index, _ -> new FlowTally());
    }

    /** Puts intervals together, for they are wider now. */
    public void widen(long from, IntervalScale scale) {
        Map<Long, FlowTally> wider = new TreeMap<>();
        tallies.forEach((index, tally) -> wider.computeIfAbsent(scale.index(index * from), _ -> new FlowTally())
                .add(tally));
        tallies = wider;
    }

    /** The same, which further counting does not change. */
    public FlowSeries copy() {
        var copy = new FlowSeries();
        tallies.forEach((index, tally) -> copy.at(index).add(tally));
        return copy;
    }

    /** The figures of one interval. */
    public FlowFigures figures(long index) {
        FlowTally tally = tallies.get(index);
        return tally == null ? FlowFigures.ZERO : tally.figures();
    }

    /** The figures of all time. */
    public FlowFigures whole() {
        var whole = new FlowTally();
        tallies.values().forEach(whole::add);
        return whole.figures();
    }
}
