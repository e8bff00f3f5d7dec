package io.goodput.load.result;

import io.goodput.load.traffic.TrafficClass;
import io.goodput.sim.Span;
import java.util.ArrayList;
import java.util.List;

/** What one thread has counted of each class and target. */
public final class CountsTable {
    private final List<TrafficClass> classes;
    private final RequestCounts[][] counts;

    /** Nothing yet. */
    public CountsTable(List<TrafficClass> classes, Span counted) {
        this.classes = classes;
        this.counts = new RequestCounts[classes.size()][];
        for (int i = 0; i < counts.length; i++) {
            TrafficClass each = classes.get(i);
            counts[i] = new RequestCounts[each.targets().size()];
            for (int target = 0; target < counts[i].length; target++) {
                counts[i][target] = new RequestCounts(counted, each.deadlineNanos());
            }
        }
    }

    /** Of a class and one of its targets, by their places in the plan. */
    public RequestCounts of(int classIndex, int targetIndex) {
        return counts[classIndex][targetIndex];
    }

    /** Adds what another thread has counted of the same plan. */
    public void add(CountsTable other) {
        for (int i = 0; i < counts.length; i++) {
            for (int target = 0; target < counts[i].length; target++) {
                counts[i][target].add(other.counts[i][target]);
            }
        }
    }

    /** One row for each class and target, in the order of the plan. */
    public List<MeasuredLoad.TargetRow> rows() {
        List<MeasuredLoad.TargetRow> rows = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            for (int target = 0; target < counts[i].length; target++) {
                rows.add(new MeasuredLoad.TargetRow(classes.get(i), target, counts[i][target]));
            }
        }
        return rows;
    }
}
