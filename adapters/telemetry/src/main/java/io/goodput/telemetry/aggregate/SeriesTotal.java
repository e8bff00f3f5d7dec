package io.goodput.telemetry.aggregate;

import io.goodput.telemetry.scale.TimeCounts;

/**
 * What a series has counted since it began, up to the last second that is over: for those who take it away and make
 * intervals themselves.
 *
 * @param key what it is of
 * @param kind which of the other figures it has
 * @param count how often; how many times
 * @param sumNanos of the times
 * @param times how they are spread
 * @param level the last one told
 */
public record SeriesTotal(SeriesKey key, SeriesKind kind, long count, long sumNanos, TimeCounts times, double level) {
    /** Of a count alone. */
    public static SeriesTotal ofCount(SeriesKey key, long count) {
        return new SeriesTotal(key, SeriesKind.COUNT, count, 0, TimeCounts.NONE, 0);
    }

    static SeriesTotal ofTimes(SeriesKey key, long count, long sumNanos, TimeCounts times) {
        return new SeriesTotal(key, SeriesKind.TIME, count, sumNanos, times, 0);
    }

    /** Of a level alone. */
    public static SeriesTotal ofLevel(SeriesKey key, double level) {
        return new SeriesTotal(key, SeriesKind.LEVEL, 0, 0, TimeCounts.NONE, level);
    }
}
