package io.goodput.bench.evidence;

import io.goodput.sim.Estimate;
import io.goodput.sim.stat.Estimates;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A figure of several runs as a cell of a table. */
final class Interval {
    private Interval() {}

    /** The mean with half of its 95 % interval, by a format for both. */
    static <R> String of(List<R> runs, String format, ToDoubleFunction<R> figure) {
        Estimate estimate = Estimates.mean(runs.stream().mapToDouble(figure).toArray());
        if (!estimate.hasInterval()) {
            return String.format(Locale.ROOT, format, estimate.mean());
        }
        return String.format(Locale.ROOT, format + " ±" + format, estimate.mean(), estimate.high() - estimate.mean());
    }
}
