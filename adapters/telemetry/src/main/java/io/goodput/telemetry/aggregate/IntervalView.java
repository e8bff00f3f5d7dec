package io.goodput.telemetry.aggregate;

import io.goodput.telemetry.scale.TimeCounts;

/**
 * One interval of a series, as it was.
 *
 * @param index the number of the interval since the process began, from 0, in its tier
 * @param there false in a gap: the process was not there, or did not come to look. All numbers are zero then, and mean
 *     nothing
 * @param count how often it happened; how many times
 * @param sumNanos of the times
 * @param times how they are spread
 * @param lowest the lowest level; an interval in which nobody told one is a gap
 * @param highest the highest level
 * @param last the last level
 */
public record IntervalView(
        long index,
        boolean there,
        long count,
        long sumNanos,
        TimeCounts times,
        double lowest,
        double highest,
        double last) {
    static IntervalView empty(long index, boolean there) {
        return new IntervalView(index, there, 0, 0, TimeCounts.NONE, 0, 0, 0);
    }

    /** How many ran at a time, by Little's law: the time spent, per time. */
    public double concurrency(Tier tier) {
        return sumNanos / (tier.seconds() * 1e9);
    }
}
