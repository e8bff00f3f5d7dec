package io.goodput.bench;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;

/**
 * One line of the table.
 *
 * @param group the benchmark's class, without its package
 * @param nanos mean time of one operation
 * @param error half of the 99.9 % confidence interval of the mean; NaN if there are too few samples
 * @param bytes what one operation allocates
 */
record Measurement(String group, String name, int threads, double nanos, double error, double bytes) {
    static final String BASELINE = "baseline";

    static List<Measurement> of(Collection<RunResult> results) {
        return results.stream().map(Measurement::of).toList();
    }

    private static Measurement of(RunResult result) {
        var params = result.getParams();
        var path = params.getBenchmark().split("\\.", -1);
        var time = result.getPrimaryResult();
        var allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
        return new Measurement(
                path[path.length - 2],
                path[path.length - 1],
                params.getThreads(),
                time.getScore(),
                time.getScoreError(),
                allocated == null ? Double.NaN : allocated.getScore());
    }

    boolean isBaselineOf(Measurement other) {
        return name.equals(BASELINE) && group.equals(other.group) && threads == other.threads;
    }
}
