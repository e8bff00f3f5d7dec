package io.goodput.logs.contributors;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the first.
 *
 * @param count of its units, re-inflated
 * @param error standard error of that, from sampling: 0 where every unit was written
 * @param failures how many of them failed
 * @param micros how long they took together
 * @param counts the same number for each interval: 0 where it had none, null where its service told of nothing
 * @param failed failures for each interval, likewise
 * @param examples traces to look at: those that failed last and those that took longest
 */
public record RankedContributor(
        String name,
        double count,
        double error,
        double failures,
        double micros,
        List<@Nullable Double> counts,
        List<@Nullable Double> failed,
        List<ExampleTrace> examples) {
    /** How long one of its units took on average, in microseconds. */
    public double meanMicros() {
        return count == 0 ? 0 : micros / count;
    }
}
