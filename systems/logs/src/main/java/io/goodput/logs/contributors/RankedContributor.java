package io.goodput.logs.contributors;

import java.util.List;

/**
 * One of the first.
 *
 * @param count of its units, re-inflated
 * @param error standard error of that, from sampling: 0 where every unit was written
 * @param failures how many of them failed
 * @param micros how long they took together
 * @param counts the same number for each interval, 0 where it had none
 * @param failed failures for each interval
 * @param examples traces to look at: those that failed last and those that took longest
 */
public record RankedContributor(
        String name,
        double count,
        double error,
        double failures,
        double micros,
        List<Double> counts,
        List<Double> failed,
        List<ExampleTrace> examples) {}
