package io.goodput.logs.compare;

/**
 * What an operation did on one side.
 *
 * @param requests how many units ended, those included that sampling left out
 * @param effective how many independent ones tell that much
 * @param failures how many of them failed
 * @param answered the effective number of those that did not
 * @param median of their times, in microseconds
 * @param p99 of their times, in microseconds
 */
public record SideFigures(
        double requests,
        double effective,
        double failures,
        double answered,
        IntervalEstimate median,
        IntervalEstimate p99) {}
